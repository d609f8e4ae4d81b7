// Makes a passkey, or signs in by one.
//   <form id="passkey-form" method="post" action="…"><input type="hidden" name="Credential"></form>
//   <div hidden data-passkey="get" data-passkey-form="passkey-form" data-passkey-options="/…/options">
//     <button type="button">…</button> <p role="status" hidden data-passkey-failed>…</p></div>
// Where the browser knows no passkeys the whole stays hidden. The form is sent with what the browser answers.

for (const part of document.querySelectorAll('[data-passkey]')) {
  const get = part.dataset.passkey === 'get';
  const form = document.getElementById(part.dataset.passkeyForm);
  const read = window.PublicKeyCredential?.[get ? 'parseRequestOptionsFromJSON' : 'parseCreationOptionsFromJSON'];
  if (!form || !read || !navigator.credentials) {
    continue; // An old browser, or neither https nor localhost.
  }
  part.hidden = false;

  const failed = part.querySelector('[data-passkey-failed]');
  const button = part.querySelector('button');
  form.addEventListener('submit', (event) => {
    if (!form.elements.Credential.value && !event.submitter?.hasAttribute('formaction')) {
      event.preventDefault(); // By the Enter key.
      button.click();
    }
  });
  button.addEventListener('click', async () => {
    failed.hidden = true;
    button.setAttribute('aria-disabled', 'true');
    try {
      const response = await fetch(part.dataset.passkeyOptions, {
        method: 'POST',
        body: new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value }),
      });
      if (!response.ok) {
        throw new Error(`${response.status}`);
      }
      const publicKey = read.call(window.PublicKeyCredential, await response.json());
      const credential = await navigator.credentials[get ? 'get' : 'create']({ publicKey });
      form.elements.Credential.value = JSON.stringify(credential.toJSON());
      form.requestSubmit();
    } catch {
      failed.hidden = false; // Refused by the person, run out, or known already.
      button.removeAttribute('aria-disabled');
    }
  });
}
