/**
 * Text of a document or of a file's name, safe to show: control, format and bidirectional characters could rewrite the
 * terminal or disguise what stands there.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu, '\u{fffd}');
}
