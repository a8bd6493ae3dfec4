/** The characters of each glyph by an embedded TrueType font's own Unicode table, which shows what its maker drew. */
export function glyphsOfTrueType(font: Buffer): ReadonlyMap<number, readonly string[]> | undefined {
  try {
    const table = unicodeTable(font);
    if (table === undefined) return undefined;
    const glyphs = new Map<number, string[]>();
    // What values are of has these codes: the others are not asked for.
    for (let code = 0x30; code <= 0x7a; code++) {
      const glyph = glyphOf(font, table, code);
      if (glyph === 0) continue;
      const before = glyphs.get(glyph);
      if (before) before.push(String.fromCharCode(code));
      else glyphs.set(glyph, [String.fromCharCode(code)]);
    }
    return glyphs.size === 0 ? undefined : glyphs;
  } catch (error) {
    // A table that ends before it says that it does is as good as none.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where the table of format 4 begins. Source: the OpenType specification, cmap. */
function unicodeTable(font: Buffer): number | undefined {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const at = 12 + 16 * i;
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const map = font.readUInt32BE(at + 8);
    const count = font.readUInt16BE(map + 2);
    for (let k = 0; k < count; k++) {
      const [platform, encoding] = [font.readUInt16BE(map + 4 + 8 * k), font.readUInt16BE(map + 6 + 8 * k)];
      const table = map + font.readUInt32BE(map + 8 + 8 * k);
      const isUnicode = platform === 0 || (platform === 3 && encoding === 1);
      if (isUnicode && font.readUInt16BE(table) === 4) return table;
    }
  }
  return undefined;
}

function glyphOf(font: Buffer, table: number, code: number): number {
  const twice = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + twice];
  for (let at = 0; at < twice; at += 2) {
    if (font.readUInt16BE(ends + at) < code) continue;
    const start = font.readUInt16BE(starts + at);
    if (start > code) return 0;
    const delta = font.readUInt16BE(starts + twice + at);
    const offsets = starts + 2 * twice + at;
    const offset = font.readUInt16BE(offsets);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = font.readUInt16BE(offsets + offset + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
