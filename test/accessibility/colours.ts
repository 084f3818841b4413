/** What is to be seen of a picture. */
import type { Page } from 'playwright-core';

/** The colours of a PNG, as 24-bit numbers, and how many pixels have each; transparent pixels do not count. */
export async function coloursOf(page: Page, png: Buffer): Promise<Map<number, number>> {
  const counted = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('There is no canvas.');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const counts: Record<number, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0, alpha] = data.subarray(at, at + 4);
        const colour = (red << 16) | (green << 8) | blue;
        if (alpha === 255) counts[colour] = (counts[colour] ?? 0) + 1;
      }
      return Object.entries(counts);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return new Map(counted.map(([colour, count]) => [Number(colour), count]));
}
