import { deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { pdf, stream } from '../pdf/raw-pdf.ts';
import type { Shades } from './shades.ts';

/** How a scanner writes its pictures: shades, shades with loss, or black and white. */
export type Encoding = 'flate' | 'bits' | { readonly jpegQuality: number };

export interface ScannedPage {
  readonly picture: Shades;
  /** Points, as the page is shown. */
  readonly width: number;
  readonly height: number;
  /** PDF operators that set text, in font /F0: a layer that an earlier OCR left. */
  readonly layer?: string;
}

/** A PDF whose pages are pictures. */
export function scanPdf(pages: readonly ScannedPage[], encoding: Encoding): Uint8Array {
  const first = 4;
  const kids = pages.map((_, i) => `${first + 3 * i} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  for (const [i, { picture, width, height, layer = '' }] of pages.entries()) {
    const at = first + 3 * i;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</Im ${at + 1} 0 R>>/Font<</F0 3 0 R>>>>/Contents ${at + 2} 0 R>>`,
      pictureObject(picture, encoding),
      stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm/Im Do Q\n${layer}`, 'latin1')),
    );
  }
  return pdf(objects);
}

function pictureObject(picture: Shades, encoding: Encoding): Buffer {
  const { width, height, data } = picture;
  const dictionary = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray`;
  if (encoding === 'flate') {
    return stream(`${dictionary}/BitsPerComponent 8/Filter/FlateDecode`, deflateSync(data, { level: 1 }));
  }
  if (encoding === 'bits') {
    return stream(`${dictionary}/BitsPerComponent 1/Filter/FlateDecode`, deflateSync(bitsOf(picture)));
  }
  const colors = Buffer.alloc(width * height * 4, 0xff);
  for (let i = 0; i < data.length; i++) colors.fill(data[i] ?? 0, 4 * i, 4 * i + 3);
  const { data: encoded } = jpeg.encode({ width, height, data: colors }, encoding.jpegQuality);
  return stream(
    `${dictionary.replace('DeviceGray', 'DeviceRGB')}/BitsPerComponent 8/Filter/DCTDecode`,
    Buffer.from(encoded),
  );
}

function bitsOf({ width, height, data }: Shades): Buffer {
  const stride = Math.ceil(width / 8);
  const bits = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 0) >= 128)
        bits[y * stride + (x >> 3)] = (bits[y * stride + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bits;
}
