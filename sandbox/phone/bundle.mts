import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Asset, asset } from './asset.mts';

const page = join(dirname(fileURLToPath(import.meta.url)), 'page');

/** Makes one script and one style of everything in `page/`. @throws Error when a file of it does not compile */
export async function bundlePage(): Promise<{ script: Asset; style: Asset }> {
	const result = await build({
		entryPoints: { page: join(page, 'main.tsx') },
		outdir: page,
		bundle: true,
		write: false,
		minify: true,
		format: 'esm',
		target: 'es2022',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		// The repository's tsconfig is about other code.
		tsconfigRaw: {},
		legalComments: 'none',
		logLevel: 'silent',
	});
	const text = (extension: string): string => {
		const file = result.outputFiles.find((output) => output.path.endsWith(extension));
		if (!file) throw new Error(`The phone page was bundled without a ${extension} file`);
		return file.text;
	};
	return {
		script: asset(text('.js'), 'text/javascript; charset=utf-8'),
		style: asset(text('.css'), 'text/css; charset=utf-8'),
	};
}
