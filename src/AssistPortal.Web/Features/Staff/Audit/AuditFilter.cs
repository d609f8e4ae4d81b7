using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Reads what the address says. Each choice goes through an index.</summary>
public sealed class AuditFilter(PortalDbContext db, ILookupNormalizer normalizer)
{
    /// <summary>Stands for entries without an account: the portal itself, or a customer.</summary>
    public const string Nobody = "none";

    private const int MostPeople = 50;

    /// <summary>Null where somebody or something is named that there is not: no entry fits.</summary>
    /// <param name="input">What the address says.</param>
    /// <param name="zone">Zone of the days.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AuditQuestion?> ReadAsync(
        AuditListInput input, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.AsNoTracking();
        var (actor, action, subject) =
            (Tolerant.Code(input.Actor), Tolerant.Code(input.Action), Tolerant.Code(input.Subject));
        if (actor == Nobody)
        {
            entries = entries.Where(entry => entry.ActorId == null);
        }
        else if (actor.Length > 0)
        {
            var people = await PeopleAsync(actor, cancellationToken);
            if (people.Count == 0)
            {
                return null;
            }

            entries = people is [var person]
                ? entries.Where(entry => entry.ActorId == person)
                : entries.Where(entry => entry.ActorId != null && people.Contains(entry.ActorId.Value));
        }

        if (action.Length > 0)
        {
            entries = entries.Where(entry => entry.Action == action);
        }

        var typed = Tolerant.Code(input.SubjectId);
        if (subject.Length == 0 && RequestNumber.TryParse(typed, out _))
        {
            subject = nameof(Order);
        }

        if (subject.Length > 0)
        {
            entries = entries.Where(entry => entry.Subject == subject);
            if (typed.Length > 0)
            {
                var subjectId = await SubjectIdAsync(subject, typed, cancellationToken);
                entries = entries.Where(entry => entry.SubjectId == subjectId);
            }
        }

        if (Tolerant.Date(input.From) is { Year: < 9999 } first)
        {
            var from = LocalDays.Of(first, zone).Start;
            entries = entries.Where(entry => entry.At >= from);
        }

        if (Tolerant.Date(input.To) is { Year: < 9999 } last)
        {
            var end = LocalDays.Of(last, zone).End;
            entries = entries.Where(entry => entry.At < end);
        }

        return new AuditQuestion(entries, IsByTime: actor.Length == 0 && action.Length == 0 && subject.Length == 0);
    }

    /// <summary>Whose address it is; else those in whose names the words stand, some of many.</summary>
    private async Task<List<Guid>> PeopleAsync(string typed, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(typed);
        var named = await db.Users.Where(user => user.NormalizedEmail == normalized).Select(user => user.Id)
            .ToListAsync(cancellationToken);
        return named.Count > 0
            ? named
            : await FoldedText.WordsOf(typed).Select(word => word.Text)
                .Aggregate(
                    db.Users.AsQueryable(),
                    (found, word) => found.Where(
                        user => user.SearchText.Contains(word) || user.NormalizedEmail!.Contains(word)))
                .OrderBy(user => user.NormalizedUserName)
                .Select(user => user.Id)
                .Take(MostPeople)
                .ToListAsync(cancellationToken);
    }

    /// <summary>People know orders by their number; the trail by their key.</summary>
    private async Task<string> SubjectIdAsync(string subject, string typed, CancellationToken cancellationToken)
    {
        if (subject != nameof(Order) || !RequestNumber.TryParse(typed, out var number))
        {
            return typed;
        }

        var compact = number.Value.Compact;
        var id = await db.Set<Order>()
            .Where(order => order.Number == compact)
            .Select(order => (Guid?)order.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return id?.ToString() ?? typed;
    }
}
