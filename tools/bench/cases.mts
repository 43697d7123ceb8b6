import type { INode, INodeParameters } from 'n8n-workflow';
import { packageName } from '../n8n/paths.mts';
import type { CredentialData, WorkflowFile } from '../n8n/rest.mts';

/** One row of the table. */
export interface Case {
	way: string;
	/** Recipients the row is about. */
	recipients: number;
	/** Recipients really sent; fewer than `recipients` where the wait would be long. */
	measured: number;
	latencyMs: number;
	/** Rows of the same group are compared with each other. */
	kind: 'ours' | 'burst' | 'batched' | 'sequential';
	/** Advertising: with consent, opt-outs, a frequency cap and the night window on our side, none of it on the other. */
	product: 'AlimTalk' | 'Brand Message';
	node: (credentials: CredentialData[]) => Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;
}

/** One channel of the local Kakao and one of its templates, as each dealer calls them. */
const shop = {
	nhnCloud: {
		channel: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee01',
		template: 'bench-three',
		brandTemplate: 'brand-bench',
	},
	solapi: {
		channel: 'PF01ID2601010000000001SANDBOXSHOP',
		template: 'KA01TPbench-three',
		brandTemplate: 'KA01BPbrand-bench',
	},
	naverSens: { channel: '@kakaoshop', template: 'bench-three', brandTemplate: 'brand-bench' },
};
export type Dealer = keyof typeof shop;

function credentialOf(dealer: Dealer, credentials: CredentialData[]): CredentialData {
	const found = credentials.find(({ data }) => data['provider'] === dealer);
	if (!found) throw new Error(`The local Kakao has no account at ${dealer}.`);
	return found;
}

/** Our node, at one of the dealers. */
export const ours =
	(dealer: Dealer): Case['node'] =>
	(credentials) => {
		const { name, type } = credentialOf(dealer, credentials);
		return {
			type: `${packageName}.kakaoAlimTalkSend`,
			typeVersion: 1,
			credentials: { [type]: { id: null, name } },
			parameters: {
				operation: 'send',
				senderProfile: { __rl: true, mode: 'id', value: shop[dealer].channel },
				template: { __rl: true, mode: 'code', value: shop[dealer].template },
				to: '={{ $json.to }}',
				variables: { mappingMode: 'autoMapInputData', value: null },
				smsFallback: false,
				options: { maxRecipients: 200_000 },
			},
		};
	};

/** Our node for advertising, with everything that the law asks for switched on. */
export const oursForBrand =
	(dealer: Dealer): Case['node'] =>
	(credentials) => {
		const { parameters, ...node } = ours(dealer)(credentials);
		return {
			...node,
			type: `${packageName}.kakaoBrandMessageSend`,
			parameters: {
				...parameters,
				messageForm: 'template',
				template: { __rl: true, mode: 'code', value: shop[dealer].brandTemplate },
				targeting: 'I',
				consent: 'field',
				consentAt: '={{ $json.consentAt }}',
				night: 'hold',
				leaveOut: {
					optedOut: '={{ $json.optedOutAt }}',
					optOutList: '={{ Array.from({ length: 1000 }, (_, i) => "010" + (90000000 + i)) }}',
					frequencyCaps: { cap: [{ most: 1, period: 'day' }] },
				},
			},
		};
	};

/** The request one writes by hand for NHN Cloud, one recipient in each. */
function byHand(
	credentials: CredentialData[],
	product: Case['product'],
): { url: string; secretKey: string; body: string } {
	const { data } = credentialOf('nhnCloud', credentials);
	const isBrand = product === 'Brand Message';
	const variables = ['이름', '항목', '번호'].map((name) => `"${name}": "{{ $json['${name}'] }}"`).join(', ');
	const path = isBrand ? 'brand-message/v1.0' : 'alimtalk/v2.3';
	const template = isBrand ? shop.nhnCloud.brandTemplate : shop.nhnCloud.template;
	const targeting = isBrand ? '"targeting": "I", ' : '';
	return {
		url: `${String(data['baseUrl'])}/${path}/appkeys/${String(data['appKey'])}/${isBrand ? 'basic-messages' : 'messages'}`,
		secretKey: String(data['secretKey']),
		body: `={ "senderKey": "${shop.nhnCloud.channel}", "templateCode": "${template}", "recipientList": [{ ${targeting}"recipientNo": "{{ $json.to }}", "templateParameter": { ${variables} } }] }`,
	};
}

/** n8n's HTTP Request node. @param batch items per batch and pause in ms; without it all requests start at once */
export const httpRequest =
	(product: Case['product'], batch?: { batchSize: number; batchInterval: number }): Case['node'] =>
	(credentials) => {
		const { url, secretKey, body } = byHand(credentials, product);
		const options: INodeParameters = batch ? { batching: { batch } } : {};
		return {
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url,
				sendHeaders: true,
				headerParameters: { parameters: [{ name: 'X-Secret-Key', value: secretKey }] },
				sendBody: true,
				specifyBody: 'json',
				jsonBody: body,
				options,
			},
		};
	};

/** A node that sends one request after the other. */
export const oneByOne: Case['node'] = (credentials) => ({
	type: 'n8n-nodes-bench.oneByOne',
	typeVersion: 1,
	parameters: byHand(credentials, 'AlimTalk'),
});

/** Trigger, a Code node that makes the recipients, and the node in question. */
export function workflowOf(row: Case, credentials: CredentialData[]): WorkflowFile {
	const code = `return Array.from({ length: ${row.measured} }, (_, i) => ({ json: { to: '010' + String(20000000 + i), '이름': '고객' + i, '항목': '주문', '번호': 'A-' + i, consentAt: '2026-03-01', optedOutAt: '' } }));`;
	const at = (x: number): [number, number] => [x, 0];
	const link = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: `${row.way}, ${row.measured}`,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: at(0),
				parameters: {},
			},
			{
				id: 'make',
				name: 'Make',
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				position: at(200),
				parameters: { jsCode: code },
			},
			{ id: 'send', name: 'Send', position: at(400), ...row.node(credentials) },
		],
		connections: { Start: link('Make'), Make: link('Send') },
		settings: { executionOrder: 'v1' },
	};
}

const row = (
	kind: Case['kind'],
	way: string,
	recipients: number,
	latencyMs: number,
	node: Case['node'],
	measured = recipients,
): Case => ({
	kind,
	product: 'AlimTalk',
	way,
	recipients,
	measured,
	latencyMs,
	node,
});

/** What is compared. @param quick the 1,000s only */
export function cases(quick: boolean): Case[] {
	const rows: Case[] = [];
	for (const latency of [0, 50]) {
		for (const recipients of quick ? [1_000] : [1_000, 10_000]) {
			rows.push(row('ours', 'this node, NHN Cloud', recipients, latency, ours('nhnCloud')));
			rows.push(row('ours', 'this node, SOLAPI', recipients, latency, ours('solapi')));
			rows.push(row('ours', 'this node, Naver SENS', recipients, latency, ours('naverSens')));
			rows.push(row('burst', 'HTTP Request, all at once (its default)', recipients, latency, httpRequest('AlimTalk')));
			if (recipients === 1_000) {
				const batch = { batchSize: 50, batchInterval: 100 };
				rows.push(
					row(
						'batched',
						'HTTP Request, batches of 50 every 100 ms',
						recipients,
						latency,
						httpRequest('AlimTalk', batch),
					),
				);
			}
			// Ten thousand at 50 ms take nine minutes and tell nothing that one thousand don't.
			rows.push(
				row(
					'sequential',
					'one request after the other',
					recipients,
					latency,
					oneByOne,
					latency > 0 ? 1_000 : recipients,
				),
			);
		}
	}
	if (!quick) rows.push(row('ours', 'this node, NHN Cloud', 100_000, 0, ours('nhnCloud')));
	return [...rows, ...brandCases(quick)];
}

/** Advertising to recipients with their own variables. */
function brandCases(quick: boolean): Case[] {
	const recipients = quick ? 1_000 : 10_000;
	const rows = [0, 50].flatMap((latency) => [
		row('ours', 'BrandMessage, NHN Cloud', recipients, latency, oursForBrand('nhnCloud')),
		row('ours', 'BrandMessage, SOLAPI', recipients, latency, oursForBrand('solapi')),
		row('ours', 'BrandMessage, Naver SENS', recipients, latency, oursForBrand('naverSens')),
		row('burst', 'BrandMessage by HTTP Request (its default)', recipients, latency, httpRequest('Brand Message')),
	]);
	return rows.map((each) => ({ ...each, product: 'Brand Message' }));
}
