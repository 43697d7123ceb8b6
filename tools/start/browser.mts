import { spawn } from 'node:child_process';

/** Shows a page in the user's browser where there is a desktop; a line in the terminal has said the address already. */
export async function openBrowser(url: string): Promise<void> {
	const command = opener(url);
	if (!command) return;
	const [program, args] = command;
	const failure = await new Promise<string | null>((resolve) => {
		const child = spawn(program, args, { stdio: 'ignore', detached: true });
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code) => resolve(code === 0 ? null : `${program} ended with ${code}`));
		child.unref();
		// Some openers stay for as long as the browser does.
		setTimeout(() => resolve(null), 5_000).unref();
	});
	if (failure !== null) console.log(`The browser did not open by itself (${failure}): please open the address above.`);
}

function opener(url: string): [string, string[]] | null {
	if (process.env['CI'] || !process.stdout.isTTY) return null;
	if (process.platform === 'darwin') return ['open', [url]];
	if (process.platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
	const hasDesktop = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
	return hasDesktop ? ['xdg-open', [url]] : null;
}
