using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Correspondence;

public sealed class MessageValidator : AbstractValidator<MessageInput>
{
    public MessageValidator(IStringLocalizer<CorrespondenceTexts> words, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Message)
            .RequiredMessage(OrderMessage.TextLength, () => words["Message.Missing"], shared);
}
