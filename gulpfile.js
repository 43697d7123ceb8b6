const { dest, src } = require('gulp');

/** What tsc leaves behind: icons, and the codex files that make a node findable in n8n's search. */
function copyAssets() {
	const folders = '{nodes,credentials,icons}';
	// encoding: false, or gulp would read the pictures as text.
	return src([`${folders}/**/*.{svg,png}`, `${folders}/**/*.node.json`], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);
}

exports.default = copyAssets;
