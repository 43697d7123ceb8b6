import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsHelper,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';

/** Credentials of a test: type name -> its fields. */
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

/** Does what n8n's own helper does, with the test's plain values in place of the encrypted database. */
export class TestCredentialsHelper implements ICredentialsHelper {
	private readonly values: Credentials;
	private readonly typeOf: (name: string) => ICredentialType;

	constructor(values: Credentials, typeOf: (name: string) => ICredentialType) {
		this.values = values;
		this.typeOf = typeOf;
	}

	getParentTypes(name: string): string[] {
		const parents = this.typeOf(name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.typeOf(typeName);
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (!workflow || !node) throw new Error('Declarative credentials need a workflow and a node.');
		const resolve = (text: string) => {
			const keys = { $credentials: credentials };
			return String(workflow.expression.getSimpleParameterValue(node, text, 'internal', keys, undefined, ''));
		};
		const target = options as unknown as Record<string, Record<string, string> | undefined>;
		for (const [part, fields] of Object.entries(authenticate.properties)) {
			const filled = (target[part] ??= {});
			for (const [key, value] of Object.entries(fields as Record<string, string>)) filled[resolve(key)] = resolve(value);
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		const token = type.properties.find((property) => property.type === 'hidden' && property.typeOptions?.expirable === true);
		if (!token || !type.preAuthentication) return undefined;
		if (credentials[token.name] !== '' && !expired) return undefined;
		return await this.runPreAuthentication(helpers, credentials, typeName);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		if (!type.preAuthentication) return undefined;
		const output = (await type.preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
		this.values[typeName] = { ...this.values[typeName], ...output };
		return Object.assign(credentials, output);
	}

	async getCredentials(_details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		throw new Error(`Tests hold "${type}" as plain values; nothing encrypted exists.`);
	}

	async getDecrypted(_additionalData: IWorkflowExecuteAdditionalData, _details: INodeCredentialsDetails, type: string): Promise<ICredentialDataDecryptedObject> {
		const given = this.values[type];
		if (!given) throw new Error(`The test gave no credential of type "${type}".`);
		const defaults = this.getCredentialsProperties(type).map(({ name, default: value }) => [name, value]);
		return { ...Object.fromEntries(defaults), ...given };
	}

	async updateCredentials(_details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): Promise<void> {
		this.values[type] = data;
	}

	async updateCredentialsOauthTokenData(details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): Promise<void> {
		await this.updateCredentials(details, type, data);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const own = this.typeOf(type).properties;
		const inherited = this.getParentTypes(type).flatMap((parent) => this.typeOf(parent).properties);
		return [...inherited, ...own];
	}
}
