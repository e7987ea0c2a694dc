// PNGs with a palette: a picture of text on plain ground takes half the bytes that a browser's own true-colour file takes.

/* global OffscreenCanvas, atob, createImageBitmap */

import { crc32, deflateSync } from 'node:zlib';

const COLOURS = 256;

/** Runs in a page, which can read a PNG: its commonest colours, and for each pixel the nearest of them. */
async function reduce([base64, most]) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);

  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const channels = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).map(channels);
  const palette = colours.slice(0, most);
  const distance = (a, b) => a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0);
  const nearest = (colour) => {
    const distances = palette.map((other) => distance(colour, other));
    return distances.indexOf(Math.min(...distances));
  };
  const places = new Map(colours.map((colour) => [colour.join(), nearest(colour)]));
  const indexes = Array.from(pixels, (pixel) => String.fromCharCode(places.get(channels(pixel).join())));
  return { width, height, palette, indexes: indexes.join('') };
}

/** A chunk: length, type and data, and a checksum of the last two (PNG, 5.3). */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** The PNG `png` with at most 256 colours; `page` is any open page. */
export async function smallPng(page, png) {
  const { width, height, palette, indexes } = await page.evaluate(reduce, [png.toString('base64'), COLOURS]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, indexed; the only compression and filter methods there are; not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  // Each row is preceded by its filter: 0, none.
  const rows = indexes.match(new RegExp(`[^]{${width}}`, 'g')).map((row) => `\0${row}`);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(Buffer.from(rows.join(''), 'latin1'), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
