import { deflateSync } from 'node:zlib';

/** PDFs written object by object, for what no writer would write. */

/** A PDF of these objects, the first of which is its catalog. */
export function pdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  });
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export const PAGES = '<</Type/Pages/Count 1/Kids[3 0 R]>>';
export const PAGE_OBJECT = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>';
export const catalog = (more: string) => `<</Type/Catalog/Pages 2 0 R${more}>>`;

export function stream(dictionary: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

export function ascii85(data: Buffer): Buffer {
  let text = '';
  for (let i = 0; i < data.length; i += 4) {
    const chunk = Buffer.alloc(4);
    const length = data.copy(chunk, 0, i, i + 4);
    let value = chunk.readUInt32BE();
    let digits = '';
    for (let d = 0; d < 5; d++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    text += digits.slice(0, length + 1);
  }
  return Buffer.from(`${text}~>`);
}

/** The object with number 5, in an object stream that says this of itself. */
export const hidden = (object: string, packing = '/Type/ObjStm/Filter/FlateDecode') => {
  const header = '5 0 ';
  return stream(`/N 1/First ${header.length}${packing}`, deflateSync(Buffer.from(header + object)));
};
