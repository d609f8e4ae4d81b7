using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>A job with some of its lines: its forecast, or how far it is.</summary>
public sealed record JobPage
{
    public required OrderJob Job { get; init; }

    public required JobCounts Counts { get; init; }

    public required IReadOnlyList<JobLine> Lines { get; init; }

    /// <summary>Which lines: one of <see cref="JobReader.Parts"/>, or all of them.</summary>
    public required string Part { get; init; }

    /// <summary>Which page of them, from 1.</summary>
    public required int Number { get; init; }

    public required IReadOnlyList<Money> Fees { get; init; }

    public required IReadOnlyList<(int ProducerId, int Orders)> ByProducer { get; init; }

    /// <summary>All producers who are named.</summary>
    public required IReadOnlyDictionary<int, string> Producers { get; init; }

    /// <summary>All people of the desk who are named.</summary>
    public required IReadOnlyDictionary<Guid, string> People { get; init; }

    /// <summary>Sessions that stay with former producers of the lines.</summary>
    public required IReadOnlyDictionary<Guid, OrderSession> Sessions { get; init; }

    public required OwnTime Time { get; init; }

    /// <summary>Address of the list where the orders were chosen.</summary>
    public required string Back { get; init; }

    /// <summary>Whether the forecast is another than the one that was agreed to.</summary>
    public bool HasChanged { get; init; }

    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    public bool IsForecast => Job.BegunAt is null;

    public bool IsRunning => Counts.Waiting > 0;

    /// <summary>The parts that there are, each with the number of its lines; all of them first.</summary>
    public IEnumerable<(string Part, int Count)> Parts => new (string Part, int Count)[]
    {
        ("possible", Counts.Possible),
        ("done", Counts.Done),
        ("refused", Counts.Refused),
        ("waiting", Counts.Waiting),
        ("stopped", Counts.Stopped),
    }.Where(part => part.Count > 0).Prepend(("", Counts.All));

    public int Pages
    {
        get
        {
            var shown = Parts.FirstOrDefault(part => part.Part == Part).Count;
            return Math.Max(1, (shown + JobReader.PageSize - 1) / JobReader.PageSize);
        }
    }

    public string AddressOf(string part, int page = 1) => ListAddress.Of(
        $"/staff/jobs/{Job.Id}{(IsForecast ? "/forecast" : "")}",
        ("show", part),
        ("page", page > 1 ? $"{page}" : ""));
}
