// The line to the server: JSON there and back, and in words what went wrong with it.
export class Away extends Error {} // no line, or a server that does not answer
export class Ended extends Error {} // the session is over
export class Refused extends Error {
  constructor(status, answer) {
    super([answer.message, answer.article && `(${answer.article})`, answer.remedy].filter(Boolean).join(" "));
    this.status = status;
    this.clashes = answer.clashes || null;
  }
}

export class Line {
  constructor(urls, csrf) {
    Object.assign(this, { urls, csrf });
  }

  state() {
    return this.ask(this.urls.isi, {}).then((state) => {
      this.csrf = state.csrf;
      return state;
    });
  }

  async send(name, data, again = true) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.csrf };
    try {
      return await this.ask(this.urls[name], { method: "POST", headers, body: JSON.stringify(data) });
    } catch (error) {
      if (!(error instanceof Ended) || !again) throw error;
      // Whoever signed in again in another tab has a new token: one more try with it.
      await this.state();
      return this.send(name, data, false);
    }
  }

  async ask(url, options) {
    let answer;
    try {
      const told = { Accept: "application/json", ...(options.headers || {}) };
      answer = await fetch(url, { ...options, headers: told, credentials: "same-origin" });
    } catch {
      throw new Away();
    }
    const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    if (answer.status >= 500 || answer.status === 429) throw new Away();
    if (!isJson) throw answer.status === 404 ? new Refused(404, { message: "404" }) : new Ended();
    const data = await answer.json();
    if (!answer.ok) throw new Refused(answer.status, data);
    return data;
  }
}
