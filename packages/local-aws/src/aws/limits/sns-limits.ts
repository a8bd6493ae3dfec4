import type { AwsCall, AwsResponse } from '../aws-call.ts';
import { isAttributeName, type Refusal } from './refusal.ts';

/** Bytes of a message with its attributes: Publish, API reference. */
const MAX_BYTES = 256 * 1024;

/**
 * Refuses what SNS refuses and the embedded topics take. Sources: Publish in the API reference, "Amazon SNS message
 * attributes" in the developer guide.
 */
export function snsRefusal({ action, body }: AwsCall): AwsResponse | undefined {
  if (action !== 'Publish') return undefined;
  const form = new URLSearchParams(body.toString('utf8'));
  const refusal = refusedSubject(form.get('Subject')) ?? refusedStructure(form) ?? refusedAttributes(form);
  return refusal && answer(refusal);
}

/**
 * "ASCII text that begins with a letter, number, or punctuation mark; must not include line breaks or control characters;
 * and must be less than 100 characters long." Later editions say UTF-8 for ASCII: the narrower rule holds in both.
 */
function refusedSubject(subject: string | null): Refusal | undefined {
  if (subject === null || /^[\x21-\x7e][\x20-\x7e]{0,98}$/.test(subject)) return undefined;
  return { status: 400, code: 'InvalidParameter', message: 'Invalid parameter: Subject' };
}

/** A message by protocol; `default` for each that is not named. */
export interface MessagesByProtocol {
  readonly default: string;
  readonly email?: string;
  readonly sqs?: string;
}

/** What each protocol gets of a message that {@link snsRefusal} lets through. */
export function messagesByProtocol(form: URLSearchParams): MessagesByProtocol {
  const message = form.get('Message') ?? '';
  return form.get('MessageStructure') === 'json' ? (JSON.parse(message) as MessagesByProtocol) : { default: message };
}

/**
 * "The message must contain at least a top-level JSON key of default, with a value that is a string": Publish, API reference.
 * The messages are those that the service answers with; its reference has the code alone.
 */
function refusedStructure(form: URLSearchParams): Refusal | undefined {
  const structure = form.get('MessageStructure');
  if (structure === null) return undefined;
  const invalid = (message: string): Refusal => ({ status: 400, code: 'InvalidParameter', message });
  // All that is sent counts, for whichever protocol it is.
  const sent = [...form].filter(
    ([field]) => field === 'Message' || /^MessageAttributes\..*\.(Name|DataType|StringValue)$/.test(field),
  );
  if (sent.reduce((bytes, [, value]) => bytes + Buffer.byteLength(value), 0) > MAX_BYTES)
    return invalid('Invalid parameter: Message too long');
  if (structure !== 'json') return invalid('Invalid parameter: MessageStructure');
  let parsed: unknown;
  try {
    parsed = JSON.parse(form.get('Message') ?? '');
  } catch {
    return invalid('Invalid parameter: Message Structure - JSON message body failed to parse');
  }
  if (typeof parsed !== 'object' || parsed === null || !('default' in parsed) || typeof parsed.default !== 'string')
    return invalid('Invalid parameter: Message Structure - No default entry in JSON message body');
  return undefined;
}

function refusedAttributes(form: URLSearchParams): Refusal | undefined {
  for (const [field, name] of form) {
    const index = /^MessageAttributes\.entry\.(\d+)\.Name$/.exec(field)?.[1];
    if (index === undefined) continue;
    const value = `MessageAttributes.entry.${index}.Value`;
    if (!isAttributeName(name)) return invalidValue(`The message attribute name '${name}' is invalid.`);
    if (!/^(String|String\.Array|Number|Binary)$/.test(form.get(`${value}.DataType`) ?? ''))
      return invalidValue(`The message attribute '${name}' has an invalid message attribute type.`);
    if (!form.get(`${value}.StringValue`) && !form.get(`${value}.BinaryValue`))
      return invalidValue(`The message attribute '${name}' must contain a non-empty message attribute value.`);
  }
  return undefined;
}

/** The code under which the wire has `InvalidParameterValueException`: SNS's service model. */
function invalidValue(message: string): Refusal {
  return { status: 400, code: 'ParameterValueInvalid', message };
}

function answer({ status, code, message }: Refusal): AwsResponse {
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: Buffer.from(
      `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped}</Message></Error></ErrorResponse>`,
    ),
  };
}
