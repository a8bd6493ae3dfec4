/** A printed page as a picture in shades of grey, row by row: 0 is black, 255 white. */
export interface Shades {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const WHITE = 255;

/** The same picture with each point what `shade` makes of it. */
export function mapShades(picture: Shades, shade: (value: number, x: number, y: number) => number): Shades {
  const { width, height, data } = picture;
  const mapped = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      mapped[at] = Math.min(WHITE, Math.max(0, shade(data[at] ?? WHITE, x, y)));
    }
  }
  return { width, height, data: mapped };
}

/** Turned about its middle, to the right in degrees; what comes from outside is white. */
export function skewed(picture: Shades, degrees: number): Shades {
  const { width, height } = picture;
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [width / 2, height / 2];
  return mapShades(picture, (_, x, y) => {
    const [dx, dy] = [x - middleX, y - middleY];
    return shadeAt(picture, middleX + dx * cos + dy * sin, middleY - dx * sin + dy * cos);
  });
}

/** Turned to the right by quarters. */
export function quarterTurned(picture: Shades, quarters: number): Shades {
  let turned = picture;
  for (let i = 0; i < quarters; i++) {
    const { width, height, data } = turned;
    const next = new Uint8Array(data.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) next[x * height + height - 1 - y] = data[y * width + x] ?? WHITE;
    }
    turned = { width: height, height: width, data: next };
  }
  return turned;
}

/** Two pictures beside each other, the left one's height. */
export function besideEachOther(left: Shades, right: Shades): Shades {
  const width = left.width + right.width;
  const data = new Uint8Array(width * left.height).fill(WHITE);
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width, (y + 1) * left.width), y * width);
    if (y < right.height) data.set(right.data.subarray(y * right.width, (y + 1) * right.width), y * width + left.width);
  }
  return { width, height: left.height, data };
}

function shadeAt({ width, height, data }: Shades, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return WHITE;
  const [fx, fy] = [x - left, y - top];
  const at = top * width + left;
  const above = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
  const below = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
  return above * (1 - fy) + below * fy;
}
