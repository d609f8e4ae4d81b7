using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Orders.Sessions;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Jobs and their lines in words.</summary>
public sealed class JobWords(
    IStringLocalizer<StaffJobTexts> texts, IStringLocalizer<AssistTexts> assist, SessionWords sessions)
{
    public string Title(OrderJobAct act) => texts[$"Title.{act}"];

    /// <summary>Why an order is not done, or is not to be done.</summary>
    public string Refusal(JobRefusal refusal) => texts[$"Refusal.{refusal}"];

    /// <summary>How far an order is.</summary>
    public string State(JobLine line) => texts[$"State.{StateKey(line)}"];

    /// <summary>How far an order is, as a word of code.</summary>
    public static string StateKey(JobLine line) => line switch
    {
        { State: JobItemState.Chosen, Refusal: null } => "Possible",
        { State: JobItemState.Chosen } => nameof(JobItemState.Refused),
        _ => $"{line.State}",
    };

    /// <summary>How it is done, as label and text.</summary>
    public IEnumerable<(string Label, string Text)> Terms(JobPage page)
    {
        var job = page.Job;
        switch (job.Act)
        {
            case OrderJobAct.Owner:
                yield return (texts["Owner"], NameOf(page, job.OwnerId));
                break;
            case OrderJobAct.Mark:
                yield return (texts["Mark"], MarkedAs(job.Mark == OrderJobMark.ForAttention, job.Matter));
                break;
            case OrderJobAct.Producer:
                yield return (
                    texts["Producer"], job.ProducerId is { } id ? page.Producers[id] : texts["Producer.Anybody"].Value);
                break;
            case OrderJobAct.Cancel:
                yield return (texts["Fee"], texts[job.IsWaived ? "Fee.Waive" : "Fee.Charge"]);
                break;
        }

        if (job.Reason is { } reason)
        {
            yield return (texts["Reason"], reason);
        }

        if (job.Note is { } note)
        {
            yield return (texts["Note"], note);
        }

        if (job.Words is { } words)
        {
            yield return (texts[job.Act == OrderJobAct.Message ? "Message" : "Message.With"], words);
        }
    }

    /// <summary>What is to become or became of an order; empty where nothing is.</summary>
    public string What(JobPage page, JobLine line)
    {
        if (line.Refusal is { } refusal)
        {
            return Refusal(refusal);
        }

        return page.Job.Act switch
        {
            _ when line.State == JobItemState.Stopped => texts["What.Stopped"],
            OrderJobAct.Owner => texts["What.Change", NameOf(page, line.SeenOwnerId), NameOf(page, page.Job.OwnerId)],
            OrderJobAct.Message => texts["What.Message", line.Email],
            OrderJobAct.Mark when page.Job.Mark == OrderJobMark.ForAttention => texts["What.Marked"],
            OrderJobAct.Mark => texts["What.Settled", string.Join(" · ", line.Matters.Select(Matter))],
            OrderJobAct.Producer when line.ProducerId is { } id => texts["What.Producer", page.Producers[id]],
            OrderJobAct.Producer => texts[
                "What.Change",
                NameOf(page, line.FormerProducerId),
                NameOf(page, line.PlannedProducerId)],
            _ when line.Fee is { Minor: > 0 } fee => texts["What.Fee", fee.ToString()],
            _ => texts[page.Job.IsWaived ? "What.Waived" : "What.Free"],
        };
    }

    /// <summary>Which sessions stay with the former producer; null where none does.</summary>
    public string? Staying(JobPage page, JobLine line)
    {
        var zone = DateTimeZoneProviders.Tzdb[line.TimeZone];
        List<string> names =
            [.. line.Staying.Where(page.Sessions.ContainsKey).Select(id => sessions.Of(page.Sessions[id], zone))];
        return line.Refusal is not null || names.Count == 0
            ? null
            : texts["What.Sessions", NameOf(page, line.FormerProducerId), sessions.Together(names)].Value;
    }

    /// <summary>As what orders are marked, as the form offers it.</summary>
    public string MarkedAs(bool isForAttention, AttentionReason? matter) =>
        isForAttention ? texts["Mark.Attention"]
        : matter is { } named ? texts["Mark.Settled.One", Matter(named)]
        : texts["Mark.Settled"];

    private string Matter(AttentionReason reason) => assist[$"Attention.{reason}"];

    private static string NameOf(JobPage page, int? producerId) =>
        producerId is { } id ? page.Producers.GetValueOrDefault(id) ?? "" : "";

    private string NameOf(JobPage page, Guid? id) =>
        id is { } user ? page.People.GetValueOrDefault(user) ?? "" : texts["Owner.Nobody"].Value;
}
