/** What AWS calls a thing that is not there, or cannot be under such an id. */
const MISSING = /NotFound|Malformed|NoSuchEntity|^404$/;
const DENIED = /AccessDenied|UnauthorizedOperation|Forbidden|^403$/;

/** The answer, or undefined where AWS says that the thing does not exist. */
export async function orMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && MISSING.test(error.name)) return undefined;
    throw error;
  }
}

/** The status that AWS answered with, undefined where it did not answer. */
export function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
}

/** Says why something could not be looked at. */
export function whyUnknown(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (DENIED.test(error.name)) return `Permission denied: ${error.message}`;
  const code = (error as { code?: string }).code ?? error.name;
  const what = error.message === '' ? code : `${code}: ${error.message}`;
  return statusOf(error) === undefined ? `AWS gave no answer (${what}).` : `AWS answered with ${what}`;
}
