import type { Upload } from './api.mts';

/** A picked file as the control API takes it. */
export function upload(file: File): Promise<Upload> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`));
		// data:image/png;base64,…
		reader.onload = () => resolve({ name: file.name, base64: String(reader.result).split(',')[1] ?? '' });
		reader.readAsDataURL(file);
	});
}
