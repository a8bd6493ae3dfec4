/**
 * When the values of a document with text are compared with what its pages show.
 * - `on-risk`: on pages that may show something else than their text says;
 * - `always`: on every page with text;
 * - `off`: never.
 */
export const VERIFY_MODES = ['on-risk', 'always', 'off'] as const;

export type VerifyMode = (typeof VERIFY_MODES)[number];
