// The process that opens documents, bundled beside the service.
import '@trade-matching/confirmations/reader-process';
