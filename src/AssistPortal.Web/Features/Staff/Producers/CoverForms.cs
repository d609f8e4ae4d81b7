using System.Globalization;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>What a coordinator chooses for one live event or session.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Version">Its version as it was shown.</param>
/// <param name="ProducerId">Who takes over; null where it is left.</param>
public sealed record CoverChoice(AssignedKey Key, int Version, int? ProducerId)
{
    public static CoverChoice? Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        if (parts.Length != 4 || !Guid.TryParseExact(parts[0], "N", out var order) || Tolerant.Number(parts[2]) is not { } version)
        {
            return null;
        }

        Guid? session = Guid.TryParseExact(parts[1], "N", out var id) ? id : null;
        return new CoverChoice(new AssignedKey(order, session), version, Tolerant.Number(parts[3]));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Key.OrderId:N}.{Key.SessionId:N}.{Version}.{ProducerId}");
}

/// <summary>Makes the page on which cover is found.</summary>
public sealed class CoverForms(ProducerBook book, CoverPlans plans, ProducerWords words, IStringLocalizer<ProducersTexts> texts)
{
    /// <summary>Most that one form takes; what comes after is shown once these have cover.</summary>
    public const int MostItems = 50;

    /// <summary>The page without suggestions; null where there is no such producer.</summary>
    public async Task<CoverPage?> FindAsync(int id, CoverInput input, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } producer
            ? new CoverPage { Producer = producer, Input = input, Packages = await words.PackagesAsync(cancellationToken) }
            : null;

    /// <summary>The page with suggestions for a time; what is chosen already is kept where it can be.</summary>
    public async Task<CoverPage> SuggestAsync(CoverPage page, Interval time, CancellationToken cancellationToken)
    {
        var chosen = Choices(page.Input).GroupBy(choice => choice.Key).ToDictionary(group => group.Key, group => group.First().ProducerId);
        var items = await plans.FindAsync(page.Producer.Id, time, chosen, cancellationToken);
        return page with
        {
            Items = [.. items.Take(MostItems)],
            HasMore = items.Count > MostItems,
            IsOff = page.Producer.TimeOff.Any(off => off.Start <= time.Start && off.End >= time.End),
        };
    }

    public static IReadOnlyList<CoverChoice> Choices(CoverInput input) => [.. input.Choice.Select(CoverChoice.Read).OfType<CoverChoice>()];

    /// <summary>Who can be chosen for an item: the suggested one is chosen already.</summary>
    public IEnumerable<SelectListItem> Options(CoverItem item)
    {
        var time = item.Time;
        foreach (var candidate in item.Candidates.Where(candidate => candidate.State == CandidateState.Free))
        {
            yield return new SelectListItem(
                words.Candidate(candidate, time.Order.Event.Language),
                $"{new CoverChoice(time.Key, time.Version, candidate.ProducerId)}",
                candidate.ProducerId == item.SuggestedId);
        }

        yield return new SelectListItem(
            texts["Cover.Leave"], $"{new CoverChoice(time.Key, time.Version, ProducerId: null)}", item.SuggestedId is null);
    }

    /// <summary>Why nobody is free: how many can't for which reason.</summary>
    public string Reasons(CoverItem item)
    {
        var counts = item.Candidates.CountBy(candidate => candidate.State).ToDictionary();
        return texts[
            "Cover.Nobody",
            counts.GetValueOrDefault(CandidateState.Taken),
            counts.GetValueOrDefault(CandidateState.NotWorking),
            counts.GetValueOrDefault(CandidateState.NotQualified)];
    }
}

/// <summary>The live events and sessions of a producer who is away, and who takes them over.</summary>
public sealed record CoverPage
{
    public required Producer Producer { get; init; }

    public required CoverInput Input { get; init; }

    public required IReadOnlyDictionary<int, string> Packages { get; init; }

    /// <summary>Null where the time has errors.</summary>
    public IReadOnlyList<CoverItem>? Items { get; init; }

    public bool HasMore { get; init; }

    /// <summary>Whether the whole time is noted as time off already.</summary>
    public bool IsOff { get; init; }

    public string? Notice { get; init; }

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Producer.TimeZone];

    public string Path => $"/staff/producers/{Producer.Id}/cover";
}
