import { deflateSync } from 'node:zlib';
import { pdf, stream } from '../pdf/raw-pdf.ts';
import { printPages } from '../scans/print-pages.ts';

const DPI = 300;

/** Text as a picture's object, on white paper of this size. Points. */
export async function pictureOfText(text: string, width: number, height: number, size: number): Promise<Buffer> {
  const printed = pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</Font<</F0 5 0 R>>>>/Contents 4 0 R>>`,
    stream('', Buffer.from(`BT /F0 ${size} Tf 1 3 Td (${text}) Tj ET`)),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]);
  const [picture] = await printPages(printed, [DPI, DPI]);
  if (!picture) throw new Error('Nothing was printed.');
  const dictionary = `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`;
  return stream(dictionary, deflateSync(picture.data));
}
