import type { AwsCall, AwsResponse } from '../aws-call.ts';
import { isAttributeName, type Refusal } from './refusal.ts';

/**
 * Refuses what SNS refuses and the embedded topics take. Sources: Publish in the API reference, "Amazon SNS message
 * attributes" in the developer guide.
 */
export function snsRefusal({ action, body }: AwsCall): AwsResponse | undefined {
  if (action !== 'Publish') return undefined;
  const form = new URLSearchParams(body.toString('utf8'));
  const refusal = refusedSubject(form.get('Subject')) ?? refusedAttributes(form);
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
