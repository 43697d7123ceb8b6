import { randomUUID } from 'node:crypto';

const encoder = new TextEncoder();

/** A form with one file, as browsers send it (RFC 7578): what a request needs for its headers and body. */
export function multipart(
	fields: Readonly<Record<string, string>>,
	file: { field: string; name: string; type: string; bytes: Uint8Array },
): { headers: Record<string, string>; body: Uint8Array } {
	const boundary = `n8n-${randomUUID()}`;
	const texts = Object.entries(fields).map(
		([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	);
	const opening = `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${quoted(file.name)}"\r\nContent-Type: ${file.type}\r\n\r\n`;
	return {
		headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
		body: Buffer.concat([
			encoder.encode(texts.join('') + opening),
			file.bytes,
			encoder.encode(`\r\n--${boundary}--\r\n`),
		]),
	};
}

/** As HTML writes names: quotes and line ends would end the header. */
const quoted = (name: string) => name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
