import { crc32 } from 'node:zlib';

/** Of a frame: it is not disposed of, and its transparent parts show what was there. */
const laidOver = Buffer.from([0, 1]);

/** @typedef {{ png: Buffer, delay: number }} Shot a picture and how long it stands, in milliseconds */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * An animated PNG of pictures of one size, that starts again when it ends. Each frame is laid over the one before, and
 * holds only what changed.
 * @param {import('playwright-core').Page} page any empty page: its canvas compares the pictures
 * @param {readonly Shot[]} shots
 * @returns {Promise<Buffer>}
 */
export async function animation(page, shots) {
  const parts = await page.evaluate(
    changedParts,
    shots.map(({ png }) => png.toString('base64')),
  );
  const frames = parts.flatMap((part, index) =>
    part ? [{ box: part.box, delay: shots[index]?.delay ?? 0, chunks: chunksOf(Buffer.from(part.png, 'base64')) }] : [],
  );
  const [first] = frames;
  if (!first) throw new Error('An animation takes pictures.');
  const header = first.chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(0);
  let sequence = 0;
  const body = frames.flatMap(({ box, delay, chunks }, index) => {
    const control = chunk(
      'fcTL',
      numbers(sequence++, box.width, box.height, box.x, box.y),
      shorts(delay, 1000),
      laidOver,
    );
    const data = chunks
      .filter(({ type }) => type === 'IDAT')
      .map(({ data: bytes }) => (index === 0 ? chunk('IDAT', bytes) : chunk('fdAT', numbers(sequence++), bytes)));
    return [control, ...data];
  });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('acTL', numbers(frames.length, 0)),
    ...body,
    chunk('IEND'),
  ]);
}

/**
 * Runs in the page: the part of each picture that differs from the one before, or `undefined` where none does.
 * @param {string[]} pictures PNG in base64
 */
async function changedParts(pictures) {
  /** @type {({ box: Box, png: string } | undefined)[]} */
  const parts = [];
  /** @type {ImageData | undefined} */
  let before;
  for (const picture of pictures) {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
      canvas.getContext('2d', { willReadFrequently: true })
    );
    context.drawImage(image, 0, 0);
    const now = context.getImageData(0, 0, image.width, image.height);
    const box = before ? changed(before, now) : { x: 0, y: 0, width: image.width, height: image.height };
    parts.push(box && { box, png: await cut(now, box, before) });
    before = now;
  }
  return parts;

  /** @param {ImageData} a @param {ImageData} b @returns {Box | undefined} */
  function changed(a, b) {
    const [from, to] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
    let [left, right, top, bottom] = [b.width, -1, b.height, -1];
    for (let at = 0; at < to.length; at += 1) {
      if (from[at] === to[at]) continue;
      const [x, y] = [at % b.width, Math.floor(at / b.width)];
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
    return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  }

  /**
   * What stays as it is becomes transparent, which packs to nearly nothing.
   * @param {ImageData} now @param {Box} box @param {ImageData} [before]
   */
  async function cut(now, { x, y, width, height }, before) {
    const part = new OffscreenCanvas(width, height);
    if (before) {
      const [from, to] = [new Uint32Array(before.data.buffer), new Uint32Array(now.data.buffer)];
      to.forEach((pixel, at) => (from[at] = from[at] === pixel ? 0 : pixel));
    }
    part.getContext('2d')?.putImageData(before ?? now, -x, -y);
    const bytes = new Uint8Array(await (await part.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }
}

/** @param {Buffer} png */
function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** @param {string} type @param {readonly Buffer[]} data */
function chunk(type, ...data) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), ...data]);
  return Buffer.concat([numbers(content.length - 4), content, numbers(crc32(content))]);
}

/** @param {readonly number[]} values */
function numbers(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
}

/** @param {readonly number[]} values */
function shorts(...values) {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
}
