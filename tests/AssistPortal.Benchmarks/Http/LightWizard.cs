using System.Text;
using NodaTime;

namespace AssistPortal.Benchmarks.Http;

/// <summary>
/// Orders as <see cref="Wizard"/> does, at a fraction of its cost: what two orders sent alike is sent again as it was,
/// what differed is read from the page by position. So the load generator leaves the cores to the server.
/// </summary>
internal sealed class LightWizard : IDisposable
{
    private static readonly string[] Steps = ["availability", "meeting-lookup", "event-information"];
    private static readonly byte[] SetCookie = "\r\nSet-Cookie: "u8.ToArray();
    private static readonly byte[] Location = "\r\nLocation: "u8.ToArray();

    private readonly HostBrowser browser;
    private readonly Wizard wizard;
    private readonly Uri address;
    private RawConnection connection;
    private readonly Dictionary<string, Form> forms = new(StringComparer.Ordinal);

    private LightWizard(HostBrowser browser, Wizard wizard, Uri address) =>
        (this.browser, this.wizard, this.address, connection) = (browser, wizard, address, new RawConnection(address));

    /// <summary>Places two orders by reading whole forms, and remembers what they sent.</summary>
    /// <param name="browser">Of a host who is signed in.</param>
    /// <param name="wizard">The host's.</param>
    /// <param name="address">The server.</param>
    /// <param name="starts">When the two events start.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<LightWizard> LearnAsync(
        HostBrowser browser, Wizard wizard, Uri address, (Instant One, Instant Other) starts,
        CancellationToken cancellationToken)
    {
        var light = new LightWizard(browser, wizard, address);
        var one = await SentAsync(wizard, starts.One, cancellationToken);
        var other = await SentAsync(wizard, starts.Other, cancellationToken);
        foreach (var step in Steps)
        {
            light.forms.Add(step, Form.Of(one[step], other[step]));
        }

        return light;
    }

    /// <summary>Before a row of orders: servers close connections that nobody has used for a while.</summary>
    public Task ConnectAsync(CancellationToken cancellationToken)
    {
        connection.Dispose();
        connection = new RawConnection(address);
        return connection.ConnectAsync(cancellationToken);
    }

    /// <summary>From 'Order now' to the confirmation's page.</summary>
    /// <param name="start">Start of the event.</param>
    /// <param name="submits">Whether the last step is posted; without it, the draft stays.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RefusedException">A response is not the one that was expected.</exception>
    public async Task OrderAsync(Instant start, bool submits, CancellationToken cancellationToken)
    {
        var path = await PostAsync("/assist/order", wizard.BeginForm, cancellationToken);
        foreach (var step in Steps)
        {
            var body = await GetAsync(path, step, cancellationToken);
            if (step == Steps[^1] && !submits)
            {
                return;
            }

            var form = forms[step].Fill(connection, body);
            path = await PostAsync(
                path,
                step == Steps[0] ? $"{form}&{HostBrowser.Encode(Wizard.TimeFields(start))}" : form,
                cancellationToken);
        }

        await GetAsync(path, "confirmation", cancellationToken);
    }

    public void Dispose() => connection.Dispose();

    private static async Task<Dictionary<string, Dictionary<string, string>>> SentAsync(
        Wizard wizard, Instant start, CancellationToken cancellationToken)
    {
        var page = await wizard.GoOnAsync(
            await wizard.BeginAsync(cancellationToken), () => Task.FromResult<Instant?>(start), cancellationToken);
        return page.Step == "confirmation"
            ? wizard.TakeSent()
            : throw new RefusedException(page.Status, page.Path);
    }

    private async Task<(int Head, int Total)> GetAsync(string path, string step, CancellationToken cancellationToken)
    {
        if (!path.EndsWith(step, StringComparison.Ordinal))
        {
            throw new RefusedException(302, path);
        }

        var (status, head, total) = await connection.SendAsync(
            RawConnection.Get(address, path, $"Cookie: {browser.Cookies}\r\n"), cancellationToken);
        TakeCookies(head);
        return status == 200 ? (head, total) : throw new RefusedException(status, path);
    }

    private async Task<string> PostAsync(string path, string form, CancellationToken cancellationToken)
    {
        var (status, head, _) = await connection.SendAsync(
            RawConnection.Post(address, path, form, $"Cookie: {browser.Cookies}\r\n"), cancellationToken);
        TakeCookies(head);
        return status == 302 ? connection.Header(Location, head)! : throw new RefusedException(status, path);
    }

    private void TakeCookies(int head)
    {
        if (connection.Header(SetCookie, head) is not null)
        {
            browser.TakeCookies(connection.Text(0, head));
        }
    }

    /// <summary>What a step sends.</summary>
    /// <param name="Same">Encoded, what each order sends.</param>
    /// <param name="Read">Names of the fields that each page has its own value of.</param>
    private sealed record Form(string Same, IReadOnlyList<(string Name, byte[] Mark)> Read)
    {
        private static readonly string[] Chosen =
            [FormReader.TokenField, .. Wizard.TimeFields(NodaConstants.UnixEpoch).Select(field => field.Key)];

        public static Form Of(Dictionary<string, string> one, Dictionary<string, string> other)
        {
            // A token serves a session's other forms too.
            var same = one.Where(field => field.Key == FormReader.TokenField
                || (!Chosen.Contains(field.Key, StringComparer.Ordinal)
                    && other.GetValueOrDefault(field.Key) == field.Value));
            var read = one.Keys.Where(name => !Chosen.Contains(name, StringComparer.Ordinal)
                && other.GetValueOrDefault(name) != one[name]);
            return new Form(
                HostBrowser.Encode(same),
                [.. read.Select(name => (name, Encoding.ASCII.GetBytes($"name=\"{name}\"")))]);
        }

        public string Fill(RawConnection connection, (int Head, int Total) body) => Read.Count == 0
            ? Same
            : $"{Same}&{HostBrowser.Encode(Read.Select(field => KeyValuePair.Create(
                field.Name,
                FormReader.Value(connection.TagWith(field.Mark, body.Head, body.Total)))))}";
    }
}
