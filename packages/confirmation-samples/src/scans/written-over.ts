import { mapShades, type Shades } from './shades.ts';

/** Ink lets print through: darker of both. */
const INK = 110;

/** An oval rubber stamp over the lower half of the text. */
export function stamped(picture: Shades, random: () => number): Shades {
  const { width, height } = picture;
  const [x, y] = [width * (0.35 + 0.3 * random()), height * (0.45 + 0.35 * random())];
  const [wide, high, line] = [width * 0.11, width * 0.055, width * 0.004];
  return mapShades(picture, (value, px, py) => {
    const distance = Math.hypot((px - x) / wide, (py - y) / high);
    return Math.abs(distance - 1) * high < line ? Math.min(value, INK) : value;
  });
}

/** A signature at the foot of the page: a pen that goes up and down, and to the right. */
export function signed(picture: Shades, random: () => number): Shades {
  const { width, height } = picture;
  const data = Uint8Array.from(picture.data);
  const [startX, startY, size] = [width * (0.15 + 0.5 * random()), height * (0.86 + 0.08 * random()), width * 0.03];
  const [fast, slow] = [7 + 4 * random(), 2 + 2 * random()];
  const pen = Math.max(1, Math.round(width / 800));
  for (let t = 0; t < 1; t += 0.0005) {
    const x = Math.round(startX + t * 6 * size + size * 0.4 * Math.sin(t * fast * 5));
    const y = Math.round(startY + size * Math.sin(t * fast * 6) * Math.cos(t * slow * 3));
    for (let dy = -pen; dy <= pen; dy++) {
      for (let dx = -pen; dx <= pen; dx++) {
        const at = (y + dy) * width + x + dx;
        if (x + dx >= 0 && x + dx < width && at >= 0 && at < data.length) data[at] = Math.min(data[at] ?? 0, INK);
      }
    }
  }
  return { width, height, data };
}
