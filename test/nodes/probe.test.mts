import { test, beforeEach } from 'vitest';
import { evaluate, startEngine } from '../harness/expressions.mts';
import { addTemplate, preview } from './helpers.mts';
import { stage } from './kakao.mts';
const kakao = stage();
beforeEach(async () => await addTemplate(kakao, { code: 'one', text: '값: #{값}' }));
test('x', async () => {
	for (const engine of ['legacy', 'vm'] as const) {
		await startEngine(kakao.host, engine);
		for (const [name, raw] of [['a²', '={{ $json.a² }}'], ['a½','={{ $json.a½ }}'],['a}}b', '={{ $json["a}}b"] }}'], ['a{{b', '={{ $json["a{{b"] }}'], ['a\nb', '={{ $json["a\nb"] }}'], ['prototype', '={{ $json.prototype }}'], ['mainModule', '={{ $json["mainModule"] }}'], ['getPrototypeOf', '={{ $json["getPrototypeOf"] }}'],['binding', '={{ $json.binding }}'], ['constructor', '={{ $json.constructor }}'], ['toString', '={{ $json.toString }}'], ['__proto__', '={{ $json.__proto__ }}'],['gone','={{ $json.constructor }}'],['isEmpty','={{ $json.isEmpty }}'],['gone','={{ $json.isEmpty }}'], ['가', '={{\n$json.가\n}}'], ['x', '={{ $json["x"] // c\n }}']] as const) {
			const row = { [name]: 'V' };
			let engineValue: unknown;
			try { engineValue = (await evaluate(kakao.host, raw, [row]))[0]; } catch (error) { engineValue = `THROWS ${(error as Error).message}`; }
			let ours: unknown;
			try { const [p] = await preview(kakao, [row], { template: 'one', parameters: { to: '01011110001', variables: { mappingMode: 'defineBelow', value: { 값: raw } } } }); ours = p!.message?.text ?? p!.problems[0]?.text; } catch (error) { ours = `THROWS ${(error as Error).message.slice(0,200)}`; }
			console.log(engine, JSON.stringify(raw), '| engine:', typeof engineValue, String(engineValue).slice(0, 60), '| ours:', ours);
		}
	}
	await startEngine(kakao.host, 'legacy');
});
