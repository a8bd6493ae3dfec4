/** Points of a picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const NONE: Size = { width: 0, height: 0 };

/** The size that JPEG, JPEG 2000 or JBIG2 data gives itself; 0 by 0 for others. Nothing is decoded. */
export function sizeInData(data: Uint8Array): Size {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data[0] === 0xff && data[1] === 0xd8) return largestFrame(view);
  if (data[0] === 0xff && data[1] === 0x4f) return sizeOfCodestream(view, 0);
  if (view.byteLength > 12 && view.getUint32(4) === 0x6a502020) return sizeOfBoxes(data, view);
  return sizeOfBilevel(view);
}

/** Of a JPEG's frames (SOF), wherever they are. Source: ITU T.81, B.2.2. */
function largestFrame(view: DataView): Size {
  let largest = NONE;
  for (let at = 2; at + 9 < view.byteLength; at++) {
    if (view.getUint8(at) !== 0xff) continue;
    const marker = view.getUint8(at + 1);
    // C4, C8 and CC between them are tables.
    if (marker < 0xc0 || marker > 0xcf || marker === 0xc4 || marker === 0xc8 || marker === 0xcc) continue;
    const [length, precision] = [view.getUint16(at + 2), view.getUint8(at + 4)];
    const components = view.getUint8(at + 9);
    if (length !== 8 + 3 * components || (precision !== 8 && precision !== 12)) continue;
    const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** Of the SIZ segment that a JPEG 2000 codestream begins with. Source: ITU T.800, A.5.1. */
function sizeOfCodestream(view: DataView, at: number): Size {
  if (at + 16 > view.byteLength || view.getUint16(at) !== 0xff4f || view.getUint16(at + 2) !== 0xff51) return NONE;
  return { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
}

/** Of the codestream in a JPEG 2000 file. */
function sizeOfBoxes(data: Uint8Array, view: DataView): Size {
  const at = Buffer.from(data.buffer, data.byteOffset, data.byteLength).indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]));
  return at === -1 ? NONE : sizeOfCodestream(view, at);
}

/** Of a JBIG2 page information segment, which comes first where there are no globals. Source: ITU T.88, 7.2 and 7.4.8. */
function sizeOfBilevel(view: DataView): Size {
  if (view.byteLength < 30 || (view.getUint8(4) & 0x3f) !== 48 || view.getUint32(7) !== 19) return NONE;
  const height = view.getUint32(15);
  return { width: view.getUint32(11), height: height === 0xffffffff ? view.getUint32(11) * 2 : height };
}
