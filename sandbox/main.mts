import { startSandbox } from './sandbox.mts';
import { DEMO_BOT_CREDENTIALS, DEMO_CREDENTIALS, DEMO_DEVELOPERS_CREDENTIALS, DEMO_HUB_CREDENTIALS } from './world/credentials.mts';

function portFrom(name: string, fallback: number): number {
	const text = process.env[name];
	if (text === undefined || text === '') return fallback;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${name} must be a port number, not "${text}"`);
	return port;
}

const sandbox = await startSandbox({
	host: process.env['KAKAO_SANDBOX_HOST'] || '127.0.0.1',
	ports: {
		phone: portFrom('KAKAO_SANDBOX_PHONE_PORT', 5800),
		nhnCloud: portFrom('KAKAO_SANDBOX_NHN_PORT', 5801),
		solapi: portFrom('KAKAO_SANDBOX_SOLAPI_PORT', 5802),
		naverSens: portFrom('KAKAO_SANDBOX_SENS_PORT', 5803),
		happyTalk: portFrom('KAKAO_SANDBOX_HAPPYTALK_PORT', 5811),
		talkBridge: portFrom('KAKAO_SANDBOX_TALKBRIDGE_PORT', 5812),
		channelTalk: portFrom('KAKAO_SANDBOX_CHANNELTALK_PORT', 5813),
		closer: portFrom('KAKAO_SANDBOX_CLOSER_PORT', 5814),
		hub: portFrom('KAKAO_SANDBOX_HUB_PORT', 5815),
		kapi: portFrom('KAKAO_SANDBOX_KAPI_PORT', 5821),
		kauth: portFrom('KAKAO_SANDBOX_KAUTH_PORT', 5822),
		botApi: portFrom('KAKAO_SANDBOX_BOTAPI_PORT', 5823),
	},
});

const account = (credentials: Record<string, string>) =>
	Object.entries(credentials).map(([name, value]) => `      ${name}: ${value}`).join('\n');

console.log(`The local Kakao is running. Nothing you send here leaves this machine.

  Phone        ${sandbox.urls.phone}
  NHN Cloud    ${sandbox.urls.nhnCloud}
${account(DEMO_CREDENTIALS.nhnCloud)}
  SOLAPI       ${sandbox.urls.solapi}
${account(DEMO_CREDENTIALS.solapi)}
  Naver SENS   ${sandbox.urls.naverSens}
${account(DEMO_CREDENTIALS.naverSens)}

  Consult hubs (ConsultTalk)
  HappyTalk    ${sandbox.urls.happyTalk}
${account(DEMO_HUB_CREDENTIALS.happyTalk)}
  TalkBridge   ${sandbox.urls.talkBridge}
${account(DEMO_HUB_CREDENTIALS.talkBridge)}
  Channel Talk ${sandbox.urls.channelTalk}/open/v5
${account(DEMO_HUB_CREDENTIALS.channelTalk)}
  CLOSER       ${sandbox.urls.closer} (webhook only)
${account(DEMO_HUB_CREDENTIALS.closer)}
  Raw hub      ${sandbox.urls.hub}
${account(DEMO_HUB_CREDENTIALS.hub)}

  Kakao Developers and chatbot
  kapi         ${sandbox.urls.kapi}
${account(DEMO_DEVELOPERS_CREDENTIALS)}
  kauth        ${sandbox.urls.kauth}
  bot-api      ${sandbox.urls.botApi}
${account(DEMO_BOT_CREDENTIALS)}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		if (closing) process.exit(1);
		closing = true;
		void sandbox.close().then(() => process.exit(0));
	});
}
