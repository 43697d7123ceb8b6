import { createHash } from 'node:crypto';
import type { DeduplicationItemTypes, DeduplicationScope, ICheckProcessedContextData, ICheckProcessedOptions, IDataDeduplicator, IDeduplicationOutput } from 'n8n-workflow';

/**
 * n8n's "already processed" table, kept in memory: same hashing, same answers, also for repeats within one call
 * (both count as new, because n8n looks before it writes).
 */
export class MemoryDeduplicator implements IDataDeduplicator {
	private readonly tables = new Map<string, string[]>();

	/** As if the database had been emptied. */
	clear(): void {
		this.tables.clear();
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		if (options.mode !== 'entries') throw new Error('The test harness knows the de-duplication mode "entries" only.');
		const table = this.table(scope, context);
		const before = new Set(table);
		const isNew = (item: DeduplicationItemTypes) => !before.has(hash(item));
		const answer = { new: items.filter(isNew), processed: items.filter((item) => !isNew(item)) };
		table.push(...answer.new.map(hash));
		if (options.maxEntries !== undefined && options.maxEntries > 0) table.splice(0, Math.max(0, table.length - options.maxEntries));
		return answer;
	}

	async removeProcessed(items: DeduplicationItemTypes[], scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<void> {
		const gone = new Set(items.map(hash));
		const table = this.table(scope, context);
		table.splice(0, table.length, ...table.filter((entry) => !gone.has(entry)));
	}

	async clearAllProcessedItems(scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<void> {
		this.table(scope, context).length = 0;
	}

	async getProcessedDataCount(scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<number> {
		return this.table(scope, context).length;
	}

	private table(scope: DeduplicationScope, { workflow, node }: ICheckProcessedContextData): string[] {
		const key = `${workflow.id} ${scope === 'node' ? node?.id : ''}`;
		const table = this.tables.get(key) ?? [];
		this.tables.set(key, table);
		return table;
	}
}

function hash(item: DeduplicationItemTypes): string {
	return createHash('md5').update(String(item)).digest('base64');
}
