import type { INodeParameters } from 'n8n-workflow';
import { packageName } from '../n8n/paths.mts';
import type { CredentialData } from '../n8n/rest.mts';
import type { MeasuredNode } from './workflow.mts';

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
type Dealer = keyof typeof shop;

function credentialOf(dealer: Dealer, credentials: CredentialData[]): CredentialData {
	const found = credentials.find(({ data }) => data['provider'] === dealer);
	if (!found) throw new Error(`The local Kakao has no account at ${dealer}.`);
	return found;
}

/** Advertising: with consent, opt-outs, a frequency cap and the night window on our side, none of it on the other. */
export type Product = 'AlimTalk' | 'Brand Message';

/** A node to measure, with what it needs of the local Kakao's credentials. */
export type NodeOf = (credentials: CredentialData[]) => MeasuredNode;

/** Our node, at one of the dealers. */
export const ours =
	(dealer: Dealer): NodeOf =>
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
	(dealer: Dealer): NodeOf =>
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
function byHand(credentials: CredentialData[], product: Product): { url: string; secretKey: string; body: string } {
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
	(product: Product, batch?: { batchSize: number; batchInterval: number }): NodeOf =>
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
export const oneByOne: NodeOf = (credentials) => ({
	type: 'n8n-nodes-bench.oneByOne',
	typeVersion: 1,
	parameters: byHand(credentials, 'AlimTalk'),
});
