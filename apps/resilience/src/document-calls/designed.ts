/** The processor's calls for a good document, as designed: no HEAD, no metric call, no message. */
export const DESIGNED_CALLS: Readonly<Record<string, number>> = {
  's3:GetObject': 1,
  'dynamodb:UpdateItem': 2,
  'http:POST': 1,
  's3:CopyObject': 1,
  's3:DeleteObject': 1,
};
