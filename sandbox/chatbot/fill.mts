const PLACEHOLDER = /\{\{#([^}]+)\}\}/g;

/** Fills `{{#webhook.key}}` and `{{#current.event.data.key}}` in a bubble set up in the Admin Center; what is unknown stays empty. */
export function fill(text: string, webhook: Readonly<Record<string, unknown>>, eventData: Readonly<Record<string, unknown>> = {}): string {
	return text.replace(PLACEHOLDER, (_whole, name: string) => {
		const value = name.startsWith('webhook.') ? webhook[name.slice('webhook.'.length)]
			: name.startsWith('current.event.data.') ? eventData[name.slice('current.event.data.'.length)] : undefined;
		return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	});
}
