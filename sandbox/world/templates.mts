import type { Channel, Template } from './types.mts';

const key = (channel: string, code: string) => `${channel}\n${code}`;

/** The templates of all channels. A code is unique within its channel. */
export class TemplateShelf<Registered extends { channel: string; code: string }> {
	#byKey = new Map<string, Registered>();

	add(template: Registered): void {
		this.#byKey.set(key(template.channel, template.code), template);
	}

	find(channel: Channel, code: string): Registered | undefined {
		return this.#byKey.get(key(channel.searchId, code));
	}

	/** In the order of registration. */
	of(channel: Channel): Registered[] {
		return this.all().filter((template) => template.channel === channel.searchId);
	}

	all(): Registered[] {
		return [...this.#byKey.values()];
	}

	clear(): void {
		this.#byKey.clear();
	}
}

/** AlimTalk templates. */
export class Templates extends TemplateShelf<Template> {
	/** Makes many approved templates on one channel, to try lists and paging with. */
	addMany(channel: Channel, count: number, model: Template): void {
		const start = this.of(channel).length;
		for (let i = 0; i < count; i++) {
			const number = String(start + i + 1).padStart(4, '0');
			this.add({
				...model, code: `bulk-${number}`, name: `${model.name} ${number}`, channel: channel.searchId, status: 'approved',
			});
		}
	}
}
