using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Simulation;

/// <summary>
/// What is to become of one trial, by the specification's words and nothing else: the customer's calendar is looked at
/// whenever the clock runs.
/// </summary>
internal sealed class TrialModel(LocalDate start, int lengthDays, DateTimeZone zone, bool hasCall, string partner)
{
    private readonly List<(TrialNoticeKind Kind, string Recipient, LocalDate End)> waiting = [];
    private LocalDate end = start.PlusDays(lengthDays);
    private LocalDate? toldOf;
    private LocalDate? expiryToldOn;
    private bool isExtended;

    public List<string> Administrators { get; } = [];

    public List<string> Users { get; } = [];

    public int Usage { get; private set; }

    public Instant? ConvertedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public Instant? ReleasedAt { get; private set; }

    public List<(TrialNoticeKind Kind, string Recipient, LocalDate End)> Sent { get; } = [];

    public int Dropped { get; private set; }

    private LocalDate LastDay => LocalDate.Max(end.PlusDays(30), (expiryToldOn ?? end).PlusDays(7));

    public TrialState StateAt(Instant now)
    {
        var today = now.InZone(zone).Date;
        return ConvertedAt is not null ? TrialState.Paid
            : today < end ? TrialState.Active
            : expiryToldOn is null || today < LastDay ? TrialState.Expired
            : TrialState.Ended;
    }

    /// <returns>Whether it can be done.</returns>
    public bool Do(TrialAct act, string name, Instant now)
    {
        var state = StateAt(now);
        var isAlive = state is TrialState.Active or TrialState.Expired;
        switch (act)
        {
            case TrialAct.Extend when state == TrialState.Active && !isExtended:
                (isExtended, end) = (true, end.PlusDays(30));
                DropWaiting();
                return true;
            case TrialAct.Convert when isAlive:
                ConvertedAt = now;
                DropWaiting();
                return true;
            case TrialAct.AddAdministrator when isAlive:
                Administrators.Add(name);
                return true;
            case TrialAct.RemoveAdministrator when isAlive && Administrators.Count > 1:
                Administrators.RemoveAt(Administrators.Count - 1);
                return true;
            case TrialAct.AddUser when isAlive:
                Users.Add(name);
                return true;
            case TrialAct.AddUsage when isAlive:
                Usage++;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The clock runs.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="mails">Whether mails are written, too; else their notices wait.</param>
    public void Run(Instant now, bool mails)
    {
        var today = now.InZone(zone).Date;
        if (ConvertedAt is null && EndedAt is null)
        {
            if (toldOf != end && today >= end.PlusDays(-7))
            {
                toldOf = end;
                Tell(TrialNoticeKind.EndsSoon, today < end ? [.. Administrators, partner] : []);
            }

            if (expiryToldOn is null && today >= end)
            {
                expiryToldOn = today;
                Tell(TrialNoticeKind.Expired, [.. Administrators, partner]);
            }

            if (expiryToldOn is not null && today >= LastDay)
            {
                EndedAt = now;
                Tell(TrialNoticeKind.Ended, [.. Administrators, .. Users]);
            }
        }

        if (EndedAt is not null && ReleasedAt is null && today >= LastDay.PlusDays(15))
        {
            ReleasedAt = now;
        }

        if (mails)
        {
            Write(now);
        }
    }

    public int Numbers => hasCall && ReleasedAt is null ? 1 : 0;

    private void Tell(TrialNoticeKind kind, IEnumerable<string> recipients) =>
        waiting.AddRange(recipients.Select(recipient => (kind, recipient, end)));

    private void Write(Instant now)
    {
        foreach (var notice in waiting)
        {
            var isTrue = notice.Kind switch
            {
                TrialNoticeKind.EndsSoon => StateAt(now) == TrialState.Active && notice.End == end,
                TrialNoticeKind.Expired => StateAt(now) == TrialState.Expired && notice.End == end,
                _ => true,
            };
            if (isTrue)
            {
                Sent.Add(notice);
            }
            else
            {
                Dropped++;
            }
        }

        waiting.Clear();
    }

    private void DropWaiting()
    {
        Dropped += waiting.Count;
        waiting.Clear();
    }
}
