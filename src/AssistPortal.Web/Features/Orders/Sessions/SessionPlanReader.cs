using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Sessions;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Reads what is typed on the page of all sessions; of each line tells what is wrong at its field.</summary>
public sealed class SessionPlanReader(
    IValidator<SessionPlanInput> page,
    IValidator<SessionInput> validator,
    IStringLocalizer<SessionsTexts> texts,
    IStringLocalizer<TimesTexts> times)
{
    /// <summary>The sessions that are to get a time, by the place of their line.</summary>
    /// <param name="table">The sessions that are there.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="modelState">Takes what is wrong.</param>
    public IReadOnlyList<(int Place, PlannedSession Session)> Read(
        SessionTable table, SessionPlanInput input, ModelStateDictionary modelState)
    {
        List<(int, PlannedSession)> plan = [];
        modelState.Add(page.Validate(input));
        foreach (var (place, line) in input.Lines.Index().Where(item => item.Item.IsWanted))
        {
            if (Read(table, line, FreeTimesModel.PrefixOf(place), modelState) is { } session
                && !IsAsItWas(table, session))
            {
                plan.Add((place, session));
            }
        }

        if (plan.Count == 0 && modelState.IsValid)
        {
            var first = input.Lines.FindIndex(line => !line.IsMove);
            modelState.AddModelError(
                input.Lines.Count == 0 ? "" : $"{FreeTimesModel.PrefixOf(Math.Max(first, 0))}StartDate",
                texts["Plan.Nothing"]);
        }

        return plan;
    }

    /// <summary>Tells why lines were refused.</summary>
    public void Tell(
        SessionTable table,
        SessionPlanResult result,
        IReadOnlyList<(int Place, PlannedSession Session)> plan,
        ModelStateDictionary modelState)
    {
        foreach (var ((place, session), refusal) in plan.Zip(result.Lines))
        {
            if (refusal is { } why)
            {
                var isOfTime = why is SessionOutcome.Clash or SessionOutcome.Taken or SessionOutcome.NotAble;
                var field = isOfTime ? nameof(SessionInput.StartTime) : nameof(SessionInput.StartDate);
                modelState.AddModelError(
                    $"{FreeTimesModel.PrefixOf(place)}{field}", Reason(why, OtherThen(table, session, plan)));
            }
        }
    }

    private string Reason(SessionOutcome refusal, SessionKind? kind) => refusal switch
    {
        SessionOutcome.Clash => texts["Plan.Clash", texts[$"SessionKind.{kind}"].Value],
        SessionOutcome.Taken => texts["Session.Taken"],
        SessionOutcome.NotAble => texts["Session.NotAble"],
        SessionOutcome.Begun => texts["Plan.Begun"],
        _ => texts["Session.NotPossible"],
    };

    /// <summary>The kind of the session with which one clashes; null where none does.</summary>
    private static SessionKind? OtherThen(
        SessionTable table, PlannedSession session, IReadOnlyList<(int Place, PlannedSession Session)> plan)
    {
        var others = plan.Select(line => line.Session).Where(other => !ReferenceEquals(other, session)).ToList();
        return others.Select(other => (other.Kind, other.Time.Time))
            .Concat(table.Overview.Sessions
                .Select(held => held.Session)
                .Where(held => others.TrueForAll(other => other.SessionId != held.Id) && held.Id != session.SessionId)
                .Select(held => (held.Kind, held.Time)))
            .Where(other => other.Time.Start < session.Time.End && session.Time.Start < other.Time.End)
            .Select(other => (SessionKind?)other.Kind)
            .FirstOrDefault();
    }

    private PlannedSession? Read(
        SessionTable table, SessionPlanLineInput line, string prefix, ModelStateDictionary modelState)
    {
        ModelStateDictionary own = new();
        own.Add(validator.Validate(line));
        var start = own.IsValid ? line.ReadStart(table.Zone, own, times) : null;
        foreach (var (field, entry) in own)
        {
            foreach (var error in entry.Errors)
            {
                modelState.AddModelError($"{prefix}{field}", error.ErrorMessage);
            }
        }

        return start is { } moment
            ? new PlannedSession(
                SessionValidator.KindOf(line.Kind)!.Value,
                new SessionTime(
                    Tolerant.Number(line.ProducerId)!.Value,
                    moment.ToInstant(),
                    Tolerant.Number(line.DurationMinutes)!.Value),
                SessionPlanPages.Moved(table, line)?.Id,
                Tolerant.Number(line.Version) ?? -1)
            : null;
    }

    private static bool IsAsItWas(SessionTable table, PlannedSession planned) =>
        planned.SessionId is { } id && table.Overview.Find(id) is { } session
        && session.Version == planned.Version && SessionTime.Of(session) == planned.Time;
}
