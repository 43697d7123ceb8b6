import { escapeHtml } from '../html';
import { requireSize } from './size';

export interface SvgLook {
	/** Pixels a module; a whole number from 1 to 100. */
	module?: number;
	/** Modules of free space around; the standard asks for four. */
	quietZone?: number;
	/** CSS colours. */
	dark?: string;
	light?: string;
}

/**
 * The QR code as an SVG image of its own, sharp at any size.
 * @throws {RangeError} when the module or the quiet zone is no size
 */
export function qrSvg(matrix: readonly (readonly boolean[])[], look: SvgLook = {}): string {
	const { module = 8, quietZone = 4, dark = '#000000', light = '#ffffff' } = look;
	requireSize('The module', module, 1);
	requireSize('The quiet zone', quietZone, 0);
	const side = matrix.length + 2 * quietZone;
	const path = matrix.map((row, at) => bars(row, at + quietZone, quietZone)).join('');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${side * module}" height="${side * module}"`,
		` viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
		`<rect width="${side}" height="${side}" fill="${escapeHtml(light)}"/>`,
		`<path d="${path}" fill="${escapeHtml(dark)}"/></svg>`,
	].join('');
}

/** One bar for modules side by side: single squares show hairlines between them in some viewers. */
function bars(row: readonly boolean[], top: number, left: number): string {
	const line = row.map((dark) => (dark ? '1' : '0')).join('');
	return [...line.matchAll(/1+/g)]
		.map(({ index, 0: bar }) => `M${left + index} ${top}h${bar.length}v1h-${bar.length}z`)
		.join('');
}
