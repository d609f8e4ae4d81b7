using AssistPortal.Assist.Staffing;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Makes the page on which cover is found.</summary>
public sealed class CoverForms(
    ProducerBook book, CoverPlans plans, ProducerWords words, IStringLocalizer<ProducersTexts> texts)
{
    /// <summary>Most that one form takes; what comes after is shown once these have cover.</summary>
    public const int MostItems = 50;

    /// <summary>The page without suggestions; null where there is no such producer.</summary>
    public async Task<CoverPage?> FindAsync(int id, CoverInput input, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } producer
            ? new CoverPage
            {
                Producer = producer,
                Input = input,
                Packages = await words.PackagesAsync(cancellationToken),
            }
            : null;

    /// <summary>The page with suggestions for a time; what is chosen already is kept where it can be.</summary>
    public async Task<CoverPage> SuggestAsync(CoverPage page, Interval time, CancellationToken cancellationToken)
    {
        var chosen = Choices(page.Input).GroupBy(choice => choice.Key)
            .ToDictionary(group => group.Key, group => group.First().ProducerId);
        var items = await plans.FindAsync(page.Producer.Id, time, chosen, cancellationToken);
        return page with
        {
            Items = [.. items.Take(MostItems)],
            HasMore = items.Count > MostItems,
            IsOff = page.Producer.TimeOff.Any(off => off.Start <= time.Start && off.End >= time.End),
        };
    }

    public static IReadOnlyList<CoverChoice> Choices(CoverInput input) =>
        [.. input.Choice.Select(CoverChoice.Read).OfType<CoverChoice>()];

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
            texts["Cover.Leave"],
            $"{new CoverChoice(time.Key, time.Version, ProducerId: null)}",
            item.SuggestedId is null);
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
