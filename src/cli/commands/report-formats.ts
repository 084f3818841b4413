/**
 * The formats of `report`: those shared with the extension; raster pictures, which need a package that users install;
 * and the history as data.
 */
import { formats as common } from '../../report/formats';
import { pictures, type Format, type Render } from '../../report/report';
import { Failure } from '../../node/failure';

/** The package that renders PNG. It is native, so it is not bundled: users who want PNG install it. */
const drawing = '@resvg/resvg-js';

/** Pixels per pixel of the SVG, so that a picture is sharp on slides. */
const zoom = 2;

const png: Format = {
  id: 'png',
  extension: 'png',
  mediaType: 'image/png',
  binary: true,
  pictures,
  most: 1,
  load: pngRender,
};

/** The history only; it is read for this format in any case. */
export const historyFormat: Format = {
  id: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  most: 20_000,
  load: async () => (await import('../../report/check/history-lines')).historyLines,
};

/** Every format of the command line, in display order. */
export const reportFormats: readonly Format[] = [
  ...common.flatMap((format) => (format.id === 'svg' ? [format, png] : [format])),
  historyFormat,
];

/** The renderer for PNG. Throws `Failure` where the package is not installed. */
async function pngRender(): Promise<Render> {
  const { svgReport } = await import('../../report/document/svg');
  const { Resvg } = await import('@resvg/resvg-js').catch((error: unknown) => {
    throw isMissing(error) ? new Failure('cli.png-missing', { package: drawing }) : error;
  });
  return async (input) => new Resvg(await svgReport(input), { fitTo: { mode: 'zoom', value: zoom } }).render().asPng();
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}
