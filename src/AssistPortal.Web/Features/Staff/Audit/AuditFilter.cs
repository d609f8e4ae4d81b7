using System.Security.Claims;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Reads what the address says. Each choice goes through an index.</summary>
public sealed class AuditFilter(PortalDbContext db, AuditRecords records, ILookupNormalizer normalizer)
{
    /// <summary>Stands for entries without an account: the portal itself, or a customer.</summary>
    public const string Nobody = "none";

    /// <summary>Stands for all acts of the security log.</summary>
    public const string Security = "security";

    // Of more people the database finds the entries by itself.
    private const int MostKeys = 50;

    /// <summary>Null where somebody or something is named that there is not: no entry fits.</summary>
    /// <param name="input">What the address says.</param>
    /// <param name="zone">Zone of the days.</param>
    /// <param name="reader">Who asks: what is in the security log is for administrators alone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AuditQuestion?> ReadAsync(
        AuditListInput input, DateTimeZone zone, ClaimsPrincipal reader, CancellationToken cancellationToken)
    {
        var security = records.SecurityActions.ToList();
        var entries = db.AuditEntries.AsNoTracking();
        if (!MayReadSecurity(reader))
        {
            entries = entries.Where(entry => !security.Contains(entry.Action));
        }

        var (actor, action, subject) =
            (Tolerant.Code(input.Actor), Tolerant.Code(input.Action), Tolerant.Code(input.Subject));
        if (actor == Nobody)
        {
            entries = entries.Where(entry => entry.ActorId == null);
        }
        else if (actor.Length > 0)
        {
            if (await PeopleAsync(actor, cancellationToken) is not { } people)
            {
                return null;
            }

            var some = await people.Take(MostKeys + 1).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                return null;
            }

            entries = some.Count switch
            {
                1 when some[0] is var person => entries.Where(entry => entry.ActorId == person),
                <= MostKeys => entries.Where(entry => entry.ActorId != null && some.Contains(entry.ActorId.Value)),
                _ => entries.Where(entry => entry.ActorId != null && people.Contains(entry.ActorId.Value)),
            };
        }

        if (action == Security)
        {
            entries = entries.Where(entry => security.Contains(entry.Action));
        }
        else if (action.Length > 0)
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

    /// <summary>Whether somebody may read the security log.</summary>
    public static bool MayReadSecurity(ClaimsPrincipal reader) => reader.IsInRole(PortalRoles.Administrator);

    /// <summary>
    /// Whose address it is; else those in whose names the words stand. Null where there are no words.
    /// </summary>
    private async Task<IQueryable<Guid>?> PeopleAsync(string typed, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(typed);
        var exact = db.Users.Where(user => user.NormalizedEmail == normalized);
        if (await exact.AnyAsync(cancellationToken))
        {
            return exact.Select(user => user.Id);
        }

        var words = FoldedText.WordsOf(typed).Select(word => word.Text).ToList();
        return words.Count == 0
            ? null
            : words.Aggregate(
                db.Users.AsQueryable(),
                (found, word) => found.Where(
                    user => user.SearchText.Contains(word) || user.NormalizedEmail!.Contains(word)))
                .Select(user => user.Id);
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
