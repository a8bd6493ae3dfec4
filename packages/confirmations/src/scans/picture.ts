/** A picture in shades of grey, row by row from the top: 0 is black, 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A part of a picture, in points of it. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHITE = 255;

/** The part of a picture, as far as it reaches. */
export function cropped({ width, height, data }: Picture, area: Area): Picture {
  const [x, y] = [clamp(Math.floor(area.x), 0, width - 1), clamp(Math.floor(area.y), 0, height - 1)];
  const [right, bottom] = [clamp(Math.ceil(area.right), x + 1, width), clamp(Math.ceil(area.bottom), y + 1, height)];
  const part = new Uint8Array((right - x) * (bottom - y));
  for (let row = y; row < bottom; row++) {
    part.set(data.subarray(row * width + x, row * width + right), (row - y) * (right - x));
  }
  return { width: right - x, height: bottom - y, data: part };
}

/** The picture in another size, smoothly. */
export function resized(picture: Picture, width: number, height: number): Picture {
  const data = new Uint8Array(width * height);
  const [scaleX, scaleY] = [picture.width / width, picture.height / height];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      data[at] = shadeAt(picture, (x + 0.5) * scaleX - 0.5, (y + 0.5) * scaleY - 0.5);
    }
  }
  return { width, height, data };
}

/** The picture in a fraction of its size, each point the mean of those that it stands for. */
export function reduced({ width, height, data }: Picture, by: number): Picture {
  const [wide, high] = [Math.floor(width / by), Math.floor(height / by)];
  const small = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      let sum = 0;
      for (let dy = 0; dy < by; dy++) {
        for (let dx = 0; dx < by; dx++) sum += data[(y * by + dy) * width + x * by + dx] ?? WHITE;
      }
      small[y * wide + x] = sum / (by * by);
    }
  }
  return { width: wide, height: high, data: small };
}

/** Turned to the right about its middle, by a small angle in radians; what comes from outside is white. */
export function rotated(picture: Picture, angle: number): Picture {
  const { width, height } = picture;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [middleX, middleY] = [width / 2, height / 2];
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const dy = y - middleY;
    for (let x = 0; x < width; x++, at++) {
      const dx = x - middleX;
      data[at] = shadeAt(picture, middleX + dx * cos + dy * sin, middleY - dx * sin + dy * cos);
    }
  }
  return { width, height, data };
}

/** Turned to the right by quarters. */
export function quarterTurned(picture: Picture, quarters: number): Picture {
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

/** Between the points around it; outside, white. */
function shadeAt({ width, height, data }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < -1 || top < -1 || left >= width || top >= height) return WHITE;
  const [fx, fy] = [x - left, y - top];
  const at = top * width + left;
  const [toRight, below] = [left + 1 < width ? 1 : 0, top + 1 < height ? width : 0];
  const first = left < 0 || top < 0 ? Math.max(0, top) * width + Math.max(0, left) : at;
  const upper = (data[first] ?? WHITE) * (1 - fx) + (data[first + toRight] ?? WHITE) * fx;
  const lower = (data[first + below] ?? WHITE) * (1 - fx) + (data[first + below + toRight] ?? WHITE) * fx;
  return upper * (1 - fy) + lower * fy;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
