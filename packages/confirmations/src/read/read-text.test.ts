import { deflateSync } from 'node:zlib';
import { catalog, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import { describe, expect, test } from 'vitest';
import { lineText } from './positioned-text.ts';
import { readText } from './read-text.ts';

const RESOURCES =
  '/Resources<</Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/ExtGState<</G0<</ca 0>>>>/Properties<</L0 6 0 R>>>>';

async function read(content: string, more = '') {
  const bytes = pdf([
    catalog(more),
    PAGES,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${RESOURCES}/Contents 4 0 R>>`,
    stream('', Buffer.from(content)),
    '<<>>',
    '<</Type/OCG/Name(Draft)>>',
  ]);
  const { lines, hiddenRuns } = await readText(bytes);
  return { text: lines.map(lineText), hiddenRuns };
}

const show = (text: string, x: number, y: number, before = '') =>
  `q ${before} BT /F0 10 Tf ${x} ${y} Td (${text}) Tj ET Q\n`;
const SEEN = show('Notional: USD 5', 50, 700, '0 g');

const HIDDEN: readonly [string, string, string?][] = [
  ['white on the page', show('Notional: USD 9', 50, 650, '1 g')],
  ['nearly white', show('Notional: USD 9', 50, 650, '0.98 0.97 0.99 rg')],
  ['white in four colours', show('Notional: USD 9', 50, 650, '0 0 0 0 k')],
  ['in render mode 3', 'BT /F0 10 Tf 3 Tr 50 650 Td (Notional: USD 9) Tj ET 0 Tr'],
  [
    'in the blue of its background',
    `q 0 0 0.5 rg 40 640 300 30 re f Q ${show('Notional: USD 9', 50, 650, '0 0 0.5 rg 1 g 0 0 0.5 rg')}`,
  ],
  ['under a white rectangle', `${show('Notional: USD 9', 50, 650)} q 1 g 40 640 300 30 re f Q`],
  ['fully transparent', show('Notional: USD 9', 50, 650, '/G0 gs')],
  ['off the page', show('Notional: USD 9', 900, 650)],
  ['below the page', show('Notional: USD 9', 50, -30)],
  ['too small to see', 'q 0.1 0 0 0.1 0 0 cm BT /F0 10 Tf 500 6500 Td (Notional: USD 9) Tj ET Q'],
  [
    'on a layer that is off',
    `/OC /L0 BDC ${show('Notional: USD 9', 50, 650)} EMC`,
    '/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]/Order[6 0 R]>>>>',
  ],
  ['white right after what is seen', show('000', 118, 700, '1 g')],
];

describe('text that nobody sees', () => {
  test.each(HIDDEN)('%s is left out and counted', async (_name, content, more) => {
    expect(await read(SEEN + content, more)).toEqual({ text: ['Notional: USD 5'], hiddenRuns: 1 });
  });
});

const SHOWN: readonly [string, string][] = [
  ['white on a dark heading', `q 0 0 0.5 rg 40 640 300 30 re f Q ${show('Terms', 50, 650, '1 g')}`],
  [
    'white on a picture',
    `q 300 0 0 30 40 640 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q ${show('Terms', 50, 650, '1 g')}`,
  ],
  ['after a white rectangle', `q 1 g 40 640 300 30 re f Q ${show('Terms', 50, 650, '0 g')}`],
  ['in a frame that is filled', `${show('Terms', 50, 650)} q 1 g 40 640 300 30 re 42 642 296 26 re f* Q`],
  ['on a layer that is on', `/OC /L0 BDC ${show('Terms', 50, 650)} EMC`],
];

describe('text that is seen', () => {
  test.each(SHOWN)('%s is read', async (_name, content) => {
    expect(await read(SEEN + content)).toEqual({ text: ['Notional: USD 5', 'Terms'], hiddenRuns: 0 });
  });

  test('white on a picture too large to be decoded is read', async () => {
    const side = 1000;
    const bytes = pdf([
      catalog(''),
      PAGES,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</P 5 0 R>>>>/Contents 4 0 R>>',
      stream('', Buffer.from(`q 300 0 0 30 40 640 cm /P Do Q ${show('Terms', 50, 650, '1 g')}`)),
      stream(
        `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
        deflateSync(Buffer.alloc(side * side)),
      ),
    ]);
    const { lines, hiddenRuns } = await readText(bytes);
    expect({ text: lines.map(lineText), hiddenRuns }).toEqual({ text: ['Terms'], hiddenRuns: 0 });
  });

  test('is read alike however it is written', async () => {
    const show = async (content: string) => (await read(content)).text;
    const terse = 'BT /F0 10 Tf 14 TL 50 600 Td (Trade Date) Tj 200 0 Td (4 May 2026) Tj ET';
    const kerned =
      'BT /F0 10 Tf 50 600 Td (Tr) Tj 9.44 0 Td (ade) Tj 19.46 0 Td [(Da) -10 (te)] TJ ET BT /F0 1 Tf 10 0 0 10 250 600 Tm (4 ) Tj (May 2026) Tj ET';
    expect(await show(kerned)).toEqual(await show(terse));
  });
});
