using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>What the act on one order asks; who is free and at the desk is asked elsewhere.</summary>
public sealed class JobActValidator : AbstractValidator<JobActInput>
{
    public JobActValidator(IStringLocalizer<StaffJobTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        When(input => input.Act == OrderJobAct.Message, () => RuleFor(input => input.Message)
            .RequiredMessage(OrderMessage.TextLength, () => texts["Message.Missing"], shared));
        When(input => input.Act == OrderJobAct.Mark, () => RuleFor(input => input.Mark)
            .Must((input, _) => input.MarkedAs is not null)
            .WithMessage(_ => texts["Mark.Error"]));
        When(IsForAttention, () => RuleFor(input => input.Note).RequiredMessage(
                OrderNote.TextLength, () => texts["Note.Missing"], shared))
            .Otherwise(() => RuleFor(input => input.Note).OptionalText(OrderNote.TextLength, shared));
        When(input => input.Act == OrderJobAct.Cancel, () => RuleFor(input => input.Fee)
            .Must(typed => Tolerant.Code(typed) is JobActInput.Charge or JobActInput.Waive)
            .WithMessage(_ => texts["Fee.Error"]));
        When(IsWaived, () => RuleFor(input => input.Reason).RequiredMessage(
                OrderJob.ReasonLength, () => texts["Reason.Error", OrderJob.ReasonLength], shared))
            .Otherwise(() => RuleFor(input => input.Reason).OptionalText(OrderJob.ReasonLength, shared));
        this.AddMessageRule(shared);
    }

    private static bool IsForAttention(JobActInput input) =>
        input.Act == OrderJobAct.Mark && input.MarkedAs == OrderJobMark.ForAttention;

    private static bool IsWaived(JobActInput input) =>
        input.Act == OrderJobAct.Cancel && Tolerant.Code(input.Fee) == JobActInput.Waive;
}
