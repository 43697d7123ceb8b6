const { dest, src } = require('gulp');

const FOLDERS = ['nodes', 'credentials', 'icons'];

/** What tsc leaves behind: icons, and the codex files that make a node findable in n8n's search. */
function copyAssets() {
	// Each folder by name: gulp walks everything below the part of a pattern that holds no choice, node_modules too.
	const files = FOLDERS.flatMap((folder) => [`${folder}/**/*.{svg,png}`, `${folder}/**/*.node.json`]);
	// encoding: false, or gulp would read the pictures as text.
	return src(files, { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.default = copyAssets;
