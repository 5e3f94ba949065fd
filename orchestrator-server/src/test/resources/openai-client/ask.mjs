// Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
// Does one thing with the official client of OpenAI and prints what came of it as a line of JSON: node ask.mjs SCENARIO BASE_URL KEY [FILE]
import fs from 'node:fs';
import OpenAI from 'openai';

const [scenario, baseURL, apiKey, file] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0, timeout: 30_000 });
const question = (content) => ({ model: 'helios', messages: [{ role: 'user', content }] });
const say = (value) => console.log(JSON.stringify(value));

const scenarios = {
  async models() {
    const ids = [];
    for await (const model of client.models.list()) ids.push(model.id);
    const one = await client.models.retrieve('helios');
    say({ ids, one: one.id });
  },
  async chat() {
    const answer = await client.chat.completions.create({ ...question('What is 2 + 2?'), temperature: 0, seed: 7, max_tokens: 50, stop: ['END'] });
    say({ text: answer.choices[0].message.content, reason: answer.choices[0].finish_reason, usage: answer.usage, model: answer.model });
  },
  async stream() {
    const stream = await client.chat.completions.create({ ...question('Count.'), stream: true, stream_options: { include_usage: true } });
    const pieces = [];
    let usage = null;
    let reason = null;
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta?.content) pieces.push(chunk.choices[0].delta.content);
      reason = chunk.choices[0]?.finish_reason ?? reason;
      usage = chunk.usage ?? usage;
    }
    say({ pieces, usage, reason });
  },
  async gathered() {
    const stream = client.chat.completions.stream(question('Count.'));
    say({ text: await stream.finalContent() });
  },
  async abort() {
    const stream = await client.chat.completions.create({ ...question('Count.'), stream: true });
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta?.content) {
        stream.controller.abort();
        say({ id: chunk.id });
      }
    }
  },
  async image() {
    const url = 'data:image/png;base64,' + fs.readFileSync(file).toString('base64');
    const answer = await client.chat.completions.create(question([{ type: 'text', text: 'What does the sign say?' }, { type: 'image_url', image_url: { url } }]));
    say({ text: answer.choices[0].message.content });
  },
  async embeddings() {
    const packed = await client.embeddings.create({ model: 'helios', input: ['one', 'two'] }); // asks for base64 by itself
    say({ vectors: packed.data.map((one) => Array.from(one.embedding)), usage: packed.usage });
  },
  async transcribe() {
    const upload = (response_format) => client.audio.transcriptions.create({ file: fs.createReadStream(file), model: 'helios-listen-1', response_format, language: 'en' });
    say({ json: (await upload('json')).text, srt: await upload('srt'), segments: (await upload('verbose_json')).segments.length });
  },
  async errors() {
    const told = [];
    const tried = async (attempt) => {
      try {
        await attempt();
      } catch (e) {
        told.push({ name: e.constructor.name, status: e.status, code: e.code, param: e.param, type: e.type });
      }
    };
    await tried(() => new OpenAI({ baseURL, apiKey: 'wrong', maxRetries: 0 }).models.list());
    await tried(() => client.chat.completions.create({ ...question('Who?'), model: 'gpt-4o' }));
    await tried(() => client.chat.completions.create({ ...question('Many?'), n: 2 }));
    await tried(() => client.files.list());
    say(told);
  },
  async broken() {
    try {
      for await (const chunk of await client.chat.completions.create({ ...question('Count.'), stream: true })) void chunk;
      say({ failed: false });
    } catch (e) {
      say({ failed: true, code: e.code, message: e.message });
    }
  },
  async wait() {
    const patient = new OpenAI({ baseURL, apiKey, maxRetries: 0, timeout: 120_000 });
    const answer = await patient.chat.completions.create(question('Take your time.'));
    say({ text: answer.choices[0].message.content });
  },
};

await scenarios[scenario]();
