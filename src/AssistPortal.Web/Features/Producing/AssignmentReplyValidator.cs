using AssistPortal.Assist.Assignments;
using AssistPortal.Web.Features.Staff.Producers;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Producing;

/// <summary>The rules of a decline.</summary>
public sealed class AssignmentReplyValidator : AbstractValidator<AssignmentReplyInput>
{
    public AssignmentReplyValidator(IStringLocalizer<ProducersTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Reason).RequiredMessage(
            AssignmentAnswer.ReasonLength, () => texts["Answer.Reason.Error"], shared);
}
