/**
 * The formats `report` writes: those of every surface; pictures as pixels, which need a program of the user's; the
 * history as data.
 */
import { formats as common } from '../../report/formats';
import { pictures, type Format, type Render } from '../../report/report';
import { Failure } from '../../node/failure';

/** What draws PNG. It is no part of this package (it is made for each system): whoever wants PNG installs it. */
const drawing = '@resvg/resvg-js';

/** Pixels for each pixel of the SVG, so that a picture is sharp on slides as well. */
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

/** The history alone; it is read whether it is asked for or not. */
export const historyFormat: Format = {
  id: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  most: 20_000,
  load: async () => (await import('../../report/check/history-lines')).historyLines,
};

/** Slides and documents: what writes them is as large as all the rest, so the command line alone has them. */
const office: readonly Format[] = [
  {
    id: 'pptx',
    extension: 'pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    binary: true,
    most: 200,
    load: async () => (await import('../../report/office/pptx')).pptxReport,
  },
  {
    id: 'docx',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    binary: true,
    most: 200,
    load: async () => (await import('../../report/office/docx')).docxReport,
  },
];

/** Every format of the command line, in the order they are offered. */
export const reportFormats: readonly Format[] = [
  ...common.flatMap((format) => (format.id === 'svg' ? [format, png] : [format])),
  ...office,
  historyFormat,
];

/** Throws `Failure` where what draws is not installed. */
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
