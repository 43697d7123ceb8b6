import { N8nSession } from './session.mts';
import type { CredentialData, DataTable } from './shapes.mts';

/** What the owner keeps in n8n for workflows to use: credentials and data tables. */
export class N8nHoldings extends N8nSession {
	/** Makes the credential, or brings the one of that name up to date. Gives its id. */
	async saveCredential(credential: CredentialData): Promise<string> {
		const known = await this.request<Array<{ id: string; name: string; type: string }>>('GET', '/rest/credentials');
		const existing = known.find(({ name, type }) => name === credential.name && type === credential.type);
		const saved = existing
			? await this.request<{ id: string }>('PATCH', `/rest/credentials/${existing.id}`, credential)
			: await this.request<{ id: string }>('POST', '/rest/credentials', credential);
		return saved.id;
	}

	/** Runs the credential's own test, as the editor's "Retry" does. */
	async testCredential(
		credential: CredentialData & { id: string },
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.request('POST', '/rest/credentials/test', { credentials: credential });
	}

	/** Ids of the owner's data tables by name. */
	async dataTables(): Promise<Map<string, string>> {
		const { data } = await this.request<{ data: Array<{ id: string; name: string }> }>(
			'GET',
			`${await this.tablesPath()}?take=250`,
		);
		return new Map(data.map(({ id, name }) => [name, id]));
	}

	/** Makes a data table with its rows. Gives its id. */
	async createDataTable({ name, columns, rows }: DataTable): Promise<string> {
		const path = await this.tablesPath();
		const { id } = await this.request<{ id: string }>('POST', path, { name, columns });
		if (rows.length > 0) await this.request('POST', `${path}/${id}/insert`, { data: rows });
		return id;
	}

	private async tablesPath(): Promise<string> {
		const { id } = await this.request<{ id: string }>('GET', '/rest/projects/personal');
		return `/rest/projects/${id}/data-tables`;
	}
}
