using AssistPortal.Benchmarks.Measuring;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Benchmarks.Http;

/// <summary>Walks a host's draft through ordering, from wherever it stands, by the forms that the pages have.</summary>
internal sealed class Wizard(HostBrowser browser)
{
    public const string Zone = "America/New_York";

    private const string Form = "step-form";
    private const string Package = "ec-premium";

    private readonly Dictionary<string, Dictionary<string, string>> sent = new(StringComparer.Ordinal);
    private string token = "";

    /// <summary>What 'Order now' sends.</summary>
    public string BeginForm => HostBrowser.Encode(BeginFields);

    private Dictionary<string, string> BeginFields => new(StringComparer.Ordinal)
    {
        [FormReader.TokenField] = token, ["PackageCode"] = Package,
    };

    /// <summary>The drafts whose order this host was told of, by the way to the confirmation.</summary>
    public HashSet<Guid> Confirmed { get; } = [];

    /// <summary>Signs in, and looks at the page with the buttons 'Order now'.</summary>
    public async Task SignInAsync(string email, CancellationToken cancellationToken)
    {
        await browser.SignInAsync(email, cancellationToken);
        token = FormReader.Token((await browser.GetAsync("/assist", cancellationToken)).Body);
        browser.Latencies = new Latencies();
    }

    /// <summary>Presses 'Order now': to step 1 of a new draft.</summary>
    public Task<Page> BeginAsync(CancellationToken cancellationToken) =>
        browser.PostAsync("/assist/order", BeginFields, cancellationToken);

    /// <summary>Leaves a new draft at a step.</summary>
    /// <returns>The step's path.</returns>
    public async Task<string> StopAtAsync(string step, Instant start, CancellationToken cancellationToken)
    {
        var page = await BeginAsync(cancellationToken);
        page = step == "availability" ? page : await SubmitAsync(page, TimeFields(start), cancellationToken);
        if (step is "event-information" or "confirmation")
        {
            page = await SubmitAsync(page, [new("IsScheduled", "no")], cancellationToken);
        }

        page = step == "confirmation"
            ? await GoOnAsync(page, () => Task.FromResult<Instant?>(null), cancellationToken)
            : page;
        return page.Step == step ? page.Path : throw new RefusedException(page.Status, page.Path);
    }

    /// <summary>What each step's form has sent since the last call, by the step's name.</summary>
    public Dictionary<string, Dictionary<string, string>> TakeSent()
    {
        var taken = new Dictionary<string, Dictionary<string, string>>(sent, StringComparer.Ordinal);
        sent.Clear();
        return taken;
    }

    /// <summary>To where a draft stands, after a server was lost for example.</summary>
    public Task<Page> ResumeAsync(string draft, CancellationToken cancellationToken) =>
        browser.GetAsync($"/assist/order/{draft}/continue", cancellationToken);

    /// <summary>Goes on to the confirmation.</summary>
    /// <param name="page">A step's page.</param>
    /// <param name="choose">The moment to ask for in step 1; asked again when nobody was free; null ends it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The confirmation, or the page of the step at which it ended.</returns>
    public async Task<Page> GoOnAsync(Page page, Func<Task<Instant?>> choose, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (page.Step)
            {
                case "availability":
                    if (await choose() is not { } start)
                    {
                        return page;
                    }

                    page = await SubmitAsync(page, TimeFields(start), cancellationToken);
                    break;
                case "meeting-lookup":
                    page = await SubmitAsync(page, [new("IsScheduled", "no")], cancellationToken);
                    break;
                case "event-information" when page.Status == 200:
                    page = await SubmitAsync(
                        page,
                        [new("Topic", "How we plan the spring"), new("ExpectedAttendees", "120")],
                        cancellationToken);
                    break;
                case "confirmation":
                    Confirmed.Add(Guid.Parse(DraftOf(page.Path)));
                    return page;
                default:
                    return page;
            }
        }
    }

    /// <summary>The fields of a step with those values, and where they are posted to.</summary>
    public static Dictionary<string, string> Fill(Page page, IEnumerable<KeyValuePair<string, string>> values)
    {
        var fields = FormReader.Read(page.Body, Form);
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        return fields;
    }

    public static IReadOnlyList<KeyValuePair<string, string>> TimeFields(Instant start)
    {
        var local = start.InZone(DateTimeZoneProviders.Tzdb[Zone]);
        return
        [
            new("StartDate", LocalDatePattern.Iso.Format(local.Date)),
            new("StartTime", LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(local.TimeOfDay)),
            new("TimeZone", Zone),
            new("DurationMinutes", "60"),
        ];
    }

    /// <summary>The draft in a step's address.</summary>
    public static string DraftOf(string path) => path.Split('/')[3];

    private Task<Page> SubmitAsync(
        Page page, IEnumerable<KeyValuePair<string, string>> values, CancellationToken cancellationToken) =>
        browser.PostAsync(page.Path, sent[page.Step] = Fill(page, values), cancellationToken, redirected: path =>
        {
            if (path.EndsWith("/confirmation", StringComparison.Ordinal))
            {
                Confirmed.Add(Guid.Parse(DraftOf(path)));
            }
        });
}
