using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <content>What happens to an order, each act with its guard.</content>
public sealed partial class Order
{
    /// <summary>
    /// Gives the order another time, at which that producer is reserved. What cancelling costs when a customer does so
    /// is the least that it costs from then on: nobody moves an order to cancel it for nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The order is cancelled or has begun.</exception>
    public void Move(Instant start, int producerId, Instant now, bool isByStaff = false)
    {
        GuardComing(now);
        if (!isByStaff)
        {
            LeastCancellationPercent = CancellationTerms.At(now).Percent;
        }

        Time = Time with { Start = start };
        ProducerId = producerId;
        CalendarSequence++;
    }

    /// <summary>Gives the order another producer, who is reserved at its time.</summary>
    /// <exception cref="InvalidOperationException">The order is cancelled or has begun.</exception>
    public void Assign(int producerId, Instant now)
    {
        GuardComing(now);
        ProducerId = producerId;
        CalendarSequence++;
    }

    /// <summary>Cancelling costs what the terms say again, as if no customer had moved the order.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to lift, or the order has ended.</exception>
    public void LiftLeastCancellation()
    {
        if (!CanLiftLeastCancellation)
        {
            throw new InvalidOperationException(
                $"Order {Id} is {State}; cancelling costs at least {LeastCancellationPercent}%.");
        }

        LeastCancellationPercent = 0;
    }

    public bool CanLiftLeastCancellation => State == OrderState.Placed && LeastCancellationPercent > 0;

    /// <summary>Says whether the asked language can be had.</summary>
    /// <exception cref="InvalidOperationException">No other language than English was asked for.</exception>
    public void AnswerLanguage(bool isConfirmed)
    {
        if (LanguageAnswer == LanguageAnswer.NotNeeded)
        {
            throw new InvalidOperationException($"Order {Id} asks for no other language.");
        }

        LanguageAnswer = isConfirmed ? LanguageAnswer.Confirmed : LanguageAnswer.Declined;
    }

    /// <summary>Another producer has the order, who does not speak what was confirmed: it is open again.</summary>
    /// <exception cref="InvalidOperationException">No language was confirmed.</exception>
    public void AskLanguageAgain()
    {
        if (LanguageAnswer != LanguageAnswer.Confirmed)
        {
            throw new InvalidOperationException($"No language is confirmed for order {Id}.");
        }

        LanguageAnswer = LanguageAnswer.Open;
    }

    /// <summary>Names who gets the report; empty for nobody.</summary>
    public void SendReportTo(string email) => ReportEmail = email;

    /// <summary>The event was assisted; nothing else than its report changes from now on.</summary>
    /// <exception cref="InvalidOperationException">The order is cancelled or completed, or has not begun.</exception>
    public void Complete(Instant now)
    {
        if (!CanCompleteAt(now))
        {
            throw new InvalidOperationException($"Order {Id} can't be completed: it is {PhaseAt(now)}.");
        }

        State = OrderState.Completed;
        CompletedAt = now;
    }

    /// <summary>
    /// The order was completed too early or by mistake: it is to be completed, or cancelled, once more. What was
    /// reported stays.
    /// </summary>
    /// <exception cref="InvalidOperationException">The order is not completed.</exception>
    public void Reopen()
    {
        if (State != OrderState.Completed)
        {
            throw new InvalidOperationException($"Order {Id} is {State}.");
        }

        State = OrderState.Placed;
        CompletedAt = null;
    }

    /// <summary>Whether the event has begun, and nobody has marked the order completed or cancelled.</summary>
    public bool CanCompleteAt(Instant now) => PhaseAt(now) is OrderPhase.Running or OrderPhase.Over;

    /// <summary>Whether the report says just that already.</summary>
    public bool IsReported(int? registered, int? attended, IEnumerable<Uri> addresses) =>
        Report is { } report
        && (report.Registered, report.Attended) == (registered, attended)
        && recordings.OrderBy(recording => recording.Position)
            .Select(recording => recording.Address)
            .SequenceEqual(addresses.Select(address => address.AbsoluteUri), StringComparer.Ordinal);

    /// <summary>Notes how the event went, instead of what was noted before.</summary>
    /// <param name="registered">People who had registered, where that is known.</param>
    /// <param name="attended">People who came, where that is known.</param>
    /// <param name="addresses">Where the recordings are; https.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="InvalidOperationException">The order is not completed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below zero.</exception>
    public void NoteReport(int? registered, int? attended, IEnumerable<Uri> addresses, Instant now)
    {
        if (State != OrderState.Completed)
        {
            throw new InvalidOperationException($"Order {Id} is {State}.");
        }

        var report = Report ?? new OrderReport { OrderId = Id, NotedAt = now };
        report.Count(registered, attended);
        Report = report;
        recordings.Clear();
        recordings.AddRange(addresses.Select((address, position) => new OrderRecording
        {
            OrderId = Id,
            Position = position,
            Address = address.AbsoluteUri,
        }));
    }

    /// <summary>Ends the order.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="feeMinor">What that costs, in minor units of the order's currency.</param>
    /// <param name="isByStaff">Whether a coordinator ends it, who knows whether a begun event took place.</param>
    /// <exception cref="InvalidOperationException">The order can't be cancelled, or not by them.</exception>
    public void Cancel(Instant now, long feeMinor, bool isByStaff = false)
    {
        if (!CanCancelAt(now, isByStaff))
        {
            throw new InvalidOperationException($"Order {Id} can't be cancelled: it is {PhaseAt(now)}.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(feeMinor);
        CancellationFeeMinor = feeMinor;
        State = OrderState.Cancelled;
        CancelledAt = now;
        CalendarSequence++;
    }

    /// <summary>
    /// Whether the order can be cancelled: before the start, or by staff while nobody has marked it completed.
    /// </summary>
    public bool CanCancelAt(Instant now, bool isByStaff) =>
        PhaseAt(now) is OrderPhase.Coming || (isByStaff && CanCompleteAt(now));

    /// <summary>Places an order whose parts have been proven; the producer's time is already reserved.</summary>
    public static Order Place(OrderCommand command, RequestNumber number, Guid id, int producerId, Instant now)
    {
        if (command is { HostUserId: null, PlacedById: null })
        {
            throw new ArgumentException("An order without a host is placed by a coordinator.", nameof(command));
        }

        var order = new Order
        {
            Id = id,
            Number = number.Compact,
            DraftId = command.DraftId,
            HostUserId = command.HostUserId,
            PlacedById = command.PlacedById,
            SiteId = command.SiteId,
            PackageId = command.PackageId,
            ProducerId = producerId,
            Contact = command.Contact,
            Time = command.Time,
            Event = command.Event,
            SessionKey = command.SessionKey,
            SessionHostEmail = command.SessionHostEmail,
            State = OrderState.Placed,
            PageLanguage = command.PageLanguage,
            PlacedAt = now,
            UpdateNoticeHours = command.UpdateNoticeHours,
            LanguageAnswer = AnswerFor(command.Event.Language),
            ReportEmail = command.ReportEmail,
            Rates = command.Rates,
            CancellationTiers =
            [
                .. command.CancellationTiers.Select(
                    tier => new OrderCancellationTier(tier.NoticeHours, tier.Percent)),
            ],
            SessionWishes = [.. command.SessionWishes],
            SearchText = OrderSearchText.Of(number, command.Contact, command.Event),
        };
        order.SetFee(command.Fee);
        return order;
    }

    private void GuardComing(Instant now)
    {
        if (PhaseAt(now) is not OrderPhase.Coming and var phase)
        {
            throw new InvalidOperationException($"Order {Id} can't be changed: it is {phase}.");
        }
    }
}
