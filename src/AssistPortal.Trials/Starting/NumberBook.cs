using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Starting;

/// <summary>Which phone numbers are in use, or not released yet.</summary>
internal sealed class NumberBook(PortalDbContext db)
{
    /// <summary>Those of the numbers that a trial has.</summary>
    public Task<List<string>> TakenAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken) =>
        numbers.Count == 0
            ? Task.FromResult<List<string>>([])
            : db.Set<TrialNumber>()
                .Where(number => numbers.Contains(number.Number))
                .OrderBy(number => number.Number)
                .Select(number => number.Number)
                .ToListAsync(cancellationToken);
}
