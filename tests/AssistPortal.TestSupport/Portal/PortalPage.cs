using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AssistPortal.TestSupport.Portal;

/// <summary>A response as a person with a browser without script has it before them.</summary>
public sealed partial class PortalPage
{
    private readonly PortalClient client;
    private readonly byte[] body;

    // Many a test only wants to know the status: reading the page is a tenth of what a request costs.
    private readonly Lazy<IHtmlDocument> document;

    internal PortalPage(PortalClient client, HttpResponseMessage response, string path, byte[] body)
    {
        this.client = client;
        this.body = body;
        Status = response.StatusCode;
        Path = path;
        document = new(() => new HtmlParser().ParseDocument(IsHtml ? Source : ""));
        ContentType = response.Content.Headers.ContentType?.ToString();
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
    }

    public HttpStatusCode Status { get; }

    /// <summary>Path and query of the last request, after redirects.</summary>
    public string Path { get; }

    public IHtmlDocument Document => document.Value;

    public string? ContentType { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    private bool IsHtml => ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    /// <summary>The body as it came.</summary>
    public string Source => Encoding.UTF8.GetString(body);

    public string Title => Document.Title ?? "";

    /// <summary>The page's language.</summary>
    public string? Language => Document.DocumentElement.GetAttribute("lang");

    public string Heading => Squeeze(Document.QuerySelector("h1")?.TextContent);

    /// <summary>What stands in the main part, with runs of white space as one space.</summary>
    public string Text => Squeeze((Document.QuerySelector("main") ?? (INode?)Document.Body)?.TextContent);

    /// <summary>The message at each field, by the field's name, without the 'Error:' before it.</summary>
    public IReadOnlyDictionary<string, string> Errors => Document.QuerySelectorAll(".field__error").ToDictionary(
        error => error.Id![..^"-error".Length],
        error => Squeeze(string.Concat(error.ChildNodes.Skip(1).Select(node => node.TextContent))),
        StringComparer.Ordinal);

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> ErrorSummary =>
        [.. Document.QuerySelectorAll(".error-summary li").Select(line => Squeeze(line.TextContent))];

    /// <summary>The forms of the main part, but for those that change nothing of it.</summary>
    public IEnumerable<IHtmlFormElement> Forms => Document.QuerySelectorAll<IHtmlFormElement>("main form");

    /// <summary>For messages of tests: what the portal logged last, when the response is its fault.</summary>
    public Exception? Fault { get; internal init; }

    public IElement? Find(string selector) => Document.QuerySelector(selector);

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IElement Get(string selector) =>
        Find(selector) ?? throw new InvalidOperationException($"No {selector} on {Describe()}");

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>
    /// What a field of the page's main form holds; null when nothing is chosen or there is no such field.
    /// </summary>
    public string? Value(string field) =>
        FormFields.Of(MainForm()).Where(item => item.Key == field).Select(item => item.Value).FirstOrDefault();

    /// <summary>
    /// Fills in the page's main form and sends it as a browser does: the form's own fields, those elsewhere on the page
    /// that belong to it, and the button that is pressed.
    /// </summary>
    /// <param name="changes">What is typed or chosen, by field; null takes the field out.</param>
    /// <param name="button">CSS selector of the button; null is the form's large one.</param>
    /// <exception cref="InvalidOperationException">There is no such form, field or button.</exception>
    public Task<PortalPage> SubmitAsync(Dictionary<string, string?>? changes = null, string? button = null)
    {
        var (form, pressed) = FormAndButton(button);
        return SendAsync(form, changes ?? [], pressed);
    }

    /// <summary>The same with the Enter key, which presses the form's first button.</summary>
    public Task<PortalPage> EnterAsync(Dictionary<string, string?>? changes = null) =>
        SendAsync(MainForm(), changes ?? [], FormFields.FirstButton(MainForm()));

    /// <summary>The same with any form of the page, found by its selector.</summary>
    public Task<PortalPage> SubmitFormAsync(string form, Dictionary<string, string?>? changes = null)
    {
        var element = Get(form) as IHtmlFormElement ?? throw NoForm();
        return SendAsync(element, changes ?? [], FormFields.MainButton(element));
    }

    /// <summary>The fields as <see cref="SubmitAsync"/> would send them, and where to.</summary>
    public (string Action, IReadOnlyList<KeyValuePair<string, string>> Fields) Prepare(
        Dictionary<string, string?>? changes = null, string? button = null)
    {
        var (form, pressed) = FormAndButton(button);
        return Prepare(form, changes ?? [], pressed);
    }

    /// <summary>The same of any form of the page, untouched.</summary>
    public (string Action, IReadOnlyList<KeyValuePair<string, string>> Fields) PrepareForm(IHtmlFormElement form) =>
        Prepare(form, [], FormFields.MainButton(form));

    /// <summary>Follows a link of the page.</summary>
    public Task<PortalPage> FollowAsync(string selector) =>
        client.GetAsync(
            Get(selector).GetAttribute("href") ?? throw new InvalidOperationException($"{selector} is no link."));

    /// <summary>For messages of tests: what this is.</summary>
    public string Describe() =>
        $"{(int)Status} {Path} “{Title}” {string.Join("; ", Errors.Select(error => $"{error.Key}: {error.Value}"))} "
            + $"{Fault}";

    /// <summary>The text with runs of white space, of any kind, as one space.</summary>
    public static string Squeeze(string? text) => WhiteSpace().Replace(text ?? "", " ").Trim();

    private Task<PortalPage> SendAsync(IHtmlFormElement form, Dictionary<string, string?> changes, IElement? button)
    {
        var (action, fields) = Prepare(form, changes, button);
        return string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            ? client.SendAsync(HttpMethod.Post, action, fields)
            : throw new InvalidOperationException($"A form that is not posted: {Describe()}");
    }

    private (string Action, IReadOnlyList<KeyValuePair<string, string>> Fields) Prepare(
        IHtmlFormElement form, Dictionary<string, string?> changes, IElement? button)
    {
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var here = new Uri(client.BaseAddress, Path);
        var target = string.IsNullOrEmpty(action) ? here : new Uri(here, action);
        return (target.PathAndQuery, FormFields.ToSend(form, changes, button));
    }

    private (IHtmlFormElement Form, IElement? Button) FormAndButton(string? button)
    {
        if (button is null)
        {
            var main = MainForm();
            return (main, FormFields.MainButton(main));
        }

        var pressed = Get(button);
        return (FormFields.FormOf(pressed) ?? throw NoForm(), pressed);
    }

    private IHtmlFormElement MainForm()
    {
        var forms = Forms.ToList();
        return forms.Find(form => form.Id == "step-form")
            ?? forms.Find(form => form.ClassList.Contains("form"))
            ?? forms.FirstOrDefault()
            ?? throw NoForm();
    }

    private InvalidOperationException NoForm() => new($"No such form on {Describe()}");

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WhiteSpace();
}
